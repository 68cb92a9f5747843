//! Values as the Rust that makes them: a serializer of serde's that writes source text.
//!
//! It knows what descriptors are made of, and refuses what else serde knows. A newtype is written as the call of its
//! `new` with a closure that makes what it holds.

use std::fmt::{Display, Write as _};

use serde::de::value::Error;
use serde::ser::{self, Impossible, Serialize, Serializer};

/// The Rust that makes this value.
pub(crate) fn literal(value: &impl Serialize) -> Result<String, Error> {
    let mut text = String::new();
    value.serialize(Literal(&mut text))?;
    Ok(text)
}

/// Writes one value to the end of a text.
struct Literal<'t>(&'t mut String);

/// Writes the parts of a value, and then what closes it.
struct Parts<'t> {
    text: &'t mut String,
    end: &'static str,
}

impl<'t> Literal<'t> {
    fn put(self, value: impl Display) -> Result<(), Error> {
        write!(self.0, "{value}").map_err(ser::Error::custom)
    }

    fn parts(self, start: impl Display, end: &'static str) -> Result<Parts<'t>, Error> {
        write!(self.0, "{start}").map_err(ser::Error::custom)?;
        Ok(Parts { text: self.0, end })
    }
}

type Name = &'static str;

fn refused() -> Error {
    ser::Error::custom("no part of a descriptor is of this type")
}

macro_rules! refuse {
    ($($method:ident($($argument:ty),*) -> $made:ty;)*) => {$(
        fn $method(self, $(_: $argument),*) -> Result<$made, Error> {
            Err(refused())
        }
    )*};
}

impl<'t> Serializer for Literal<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Parts<'t>;
    type SerializeTuple = Parts<'t>;
    type SerializeMap = Parts<'t>;
    type SerializeStruct = Parts<'t>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.put(format_args!("{value:?}"))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        if value.is_empty() { self.put("Default::default()") } else { self.put(format_args!("text({value:?})")) }
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.put(value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.put(format_args!("{value:?}"))
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.put("None")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.0.push_str("Some(");
        value.serialize(Literal(self.0))?;
        self.put(")")
    }

    fn serialize_unit_variant(self, name: Name, _: u32, variant: Name) -> Result<(), Error> {
        self.put(format_args!("{name}::{variant}"))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: Name, value: &T) -> Result<(), Error> {
        write!(self.0, "{name}::new(|| ").map_err(ser::Error::custom)?;
        value.serialize(Literal(self.0))?;
        self.put(")")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'t>, Error> {
        self.parts("vec![", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'t>, Error> {
        self.parts("(", ")")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'t>, Error> {
        self.parts("map(vec![", "])")
    }

    fn serialize_struct(self, name: Name, _: usize) -> Result<Parts<'t>, Error> {
        self.parts(format_args!("{name} {{"), "}")
    }

    refuse! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_f32(f32) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(Name) -> ();
        serialize_tuple_struct(Name, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(Name, u32, Name, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(Name, u32, Name, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: Name, _: u32, _: Name, _: &T) -> Result<(), Error> {
        Err(refused())
    }
}

impl Parts<'_> {
    fn part(&mut self, before: impl Display, value: &(impl Serialize + ?Sized), after: &str) -> Result<(), Error> {
        write!(self.text, "{before}").map_err(ser::Error::custom)?;
        value.serialize(Literal(self.text))?;
        self.text.push_str(after);
        Ok(())
    }

    fn close(self) {
        self.text.push_str(self.end);
    }
}

impl ser::SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part("", value, ", ")
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part("", value, ", ")
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.part("(", key, ", ")
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part("", value, "), ")
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: Name, value: &T) -> Result<(), Error> {
        self.part(format_args!("{name}: "), value, ", ")
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}
