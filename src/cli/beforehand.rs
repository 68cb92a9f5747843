//! Flags that are known before the command line is built, since what it is depends on them: the language and the package.

use std::ffi::OsString;

use crate::error::Refusal;

/// Takes a flag and its value out of the arguments, wherever it stands before `--`; the last one counts. `missing` is what
/// to tell where it has no value.
pub(super) fn take(
    arguments: &mut Vec<OsString>,
    flag: &str,
    missing: &dyn Fn() -> Refusal,
) -> Result<Option<OsString>, Refusal> {
    let mut taken = None;
    let mut at = 1;
    while let Some(argument) = arguments.get(at).filter(|argument| *argument != "--") {
        let Some(rest) = argument.as_encoded_bytes().strip_prefix(flag.as_bytes()) else {
            at += 1;
            continue;
        };
        match rest.first() {
            None => {
                arguments.remove(at);
                if arguments.get(at).is_none_or(|next| next.as_encoded_bytes().starts_with(b"-")) {
                    return Err(missing());
                }
                taken = Some(arguments.remove(at));
            }
            Some(b'=') => {
                let joined = arguments.remove(at).into_string().map(|text| text[flag.len() + 1..].into());
                taken = Some(joined.map_err(|_| missing())?);
            }
            Some(_) => at += 1,
        }
    }
    Ok(taken)
}
