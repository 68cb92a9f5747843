//! Parts of a descriptor that are made when they are first asked for.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A part that of the bundled package is made when it is first asked for: a question about one table should not pay for
/// the others, nor one about its rows for the labels that it does not show.
pub(crate) struct Lazy<T> {
    make: fn() -> T,
    made: OnceLock<T>,
}

impl<T> Lazy<T> {
    /// A part that is made in this way.
    pub(crate) fn new(make: fn() -> T) -> Self {
        Self { make, made: OnceLock::new() }
    }

    /// Whether it stood in the description that was read.
    pub(super) fn is_read(&self) -> bool {
        self.made.get().is_some()
    }

    /// The part itself.
    pub(crate) fn get(&self) -> &T {
        self.made.get_or_init(self.make)
    }
}

impl<T: Default> Default for Lazy<T> {
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { make: T::default, made: OnceLock::from(T::deserialize(deserializer)?) })
    }
}

impl<T: Serialize> Serialize for Lazy<T> {
    /// As a newtype, which the build writes as the call of [`Self::new`] that makes it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Lazy", self.get())
    }
}
