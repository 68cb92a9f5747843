//! Who publishes the package, and where: what a description for data portals says that the package need not know.

use anyhow::Result;
use clap::{Arg, ArgMatches, Command, ValueHint};

use crate::cli::flags;
use crate::cli::scope::Scope;
use crate::error;
use crate::package::Package;
use crate::text::{acts_on_terminal, is_address};
use crate::words::words;

/// The flags that tell of it.
const FLAGS: [(&str, &str); 3] =
    [("PUBLISHER", "--publisher"), ("PUBLISHER_TYPE", "--publisher-type"), ("ADDRESS", "--address")];

/// The kinds of publishers that the profile knows, the usual one first
/// (<https://docs.dataportal.se/dcat/3.0.1/en/#foaf%3AAgent>).
const KINDS: [&str; 11] = [
    "LocalAuthority",
    "RegionalAuthority",
    "NationalAuthority",
    "SupraNationalAuthority",
    "Academia-ScientificOrganisation",
    "Company",
    "IndustryConsortium",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "PrivateIndividual(s)",
    "StandardisationBody",
];

/// Who publishes, and where.
pub(super) struct Publisher {
    /// The publisher's name.
    pub name: String,
    /// The address by which the publisher is known; empty where that is not told.
    known_as: String,
    /// One of the profile's kinds.
    pub kind: &'static str,
    /// Where the package is on the web.
    pub address: String,
}

/// Adds the flags.
pub(super) fn with_flags(command: Command, scope: &Scope) -> Command {
    let [publisher, kind, address] =
        FLAGS.map(|(id, flag)| Arg::new(id).long(flag.trim_start_matches('-')).value_hint(ValueHint::Other));
    let publisher = scope.told(publisher, |arg, words| arg.value_name(words.a_name()).help(words.flag_publisher()));
    let kind = kind.value_parser(flags::one_of(&KINDS, |kind| kind)).ignore_case(true).hide_possible_values(true);
    let kind =
        scope.told(kind, |arg, words| arg.value_name(words.a_choice()).help(words.flag_publisher_type(KINDS[0])));
    let address = scope.told(address, |arg, words| arg.value_name(words.an_address()).help(words.flag_address()));
    command.args([publisher, kind, address])
}

/// Refuses the flags where nothing is described.
pub(super) fn refuse(matches: &ArgMatches) -> Result<()> {
    let given = FLAGS.iter().find(|(id, _)| flags::is_given(matches, id));
    given.map_or(Ok(()), |(_, flag)| Err(error::conflict(flag, words().only_in_descriptions()).into()))
}

impl Publisher {
    /// What was typed or, where nothing was, the package tells.
    pub(super) fn new(package: &Package, matches: &ArgMatches) -> Result<Self> {
        let typed = |id| flags::one::<String>(matches, id).map(String::as_str);
        let (name, known_as) = match (typed("PUBLISHER"), package.publisher()) {
            (Some(typed), _) => named(typed)?,
            (None, Some((name, path))) if is_address(path) => (name, path),
            (None, Some((name, _))) => (name, ""),
            (None, None) => return Err(error::description_needs(FLAGS[0].1, words().needs_publisher()).into()),
        };
        let address = match (typed("ADDRESS"), package.address()) {
            (Some(typed), _) if is_address(typed) => typed,
            (Some(typed), _) => return Err(error::bad_value("--address", typed, words().is_no_address()).into()),
            (None, told) if is_address(told) => told,
            (None, _) => return Err(error::description_needs(FLAGS[2].1, words().needs_address()).into()),
        };
        let kind = flags::one::<&str>(matches, "PUBLISHER_TYPE").copied().unwrap_or(KINDS[0]);
        Ok(Self { name: name.to_owned(), known_as: known_as.to_owned(), kind, address: address.to_owned() })
    }

    /// The publisher, as it is referred to.
    pub(super) fn agent(&self) -> String {
        if self.known_as.is_empty() { self.part("publisher") } else { format!("<{}>", self.known_as) }
    }

    /// A part of the description, by an address of its own below that of the package: portals know it again by that.
    pub(super) fn part(&self, part: &str) -> String {
        format!("<{}#{part}>", self.address.split('#').next().unwrap_or_default())
    }
}

/// A name, and the address that may stand behind it between `<` and `>`.
fn named(typed: &str) -> Result<(&str, &str)> {
    let refused = |problem| error::bad_value("--publisher", typed, problem);
    let typed_whole = typed.trim();
    let (name, address) = typed_whole
        .strip_suffix('>')
        .and_then(|rest| rest.rsplit_once('<'))
        .map_or((typed_whole, None), |(name, address)| (name.trim_end(), Some(address)));
    if name.is_empty() || name.contains(acts_on_terminal) {
        return Err(refused(words().is_no_name()).into());
    }
    match address {
        Some(address) if !is_address(address) => Err(refused(words().has_no_address()).into()),
        _ => Ok((name, address.unwrap_or_default())),
    }
}
