//! One sort for all lists.
//!
//! The standard library's is compiled anew for each kind of list, six kilobytes a time, which were a fortieth of the
//! program. Here it is compiled once, for places in a list.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::mem;

/// Sorts a list; what is equal keeps its order.
pub fn sort_by<T>(list: &mut Vec<T>, order: &dyn Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..list.len()).collect();
    sort_places(&mut places, &|one, other| order(&list[one], &list[other]));
    let mut items: Vec<Option<T>> = mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| items[place].take()));
}

/// Sorts a list by what is made of each item, once.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let mut keyed: Vec<(K, T)> = mem::take(list).into_iter().map(|item| (key(&item), item)).collect();
    sort_by(&mut keyed, &|(one, _), (other, _)| one.cmp(other));
    list.extend(keyed.into_iter().map(|(_, item)| item));
}

/// Each item once, in order. The standard library's conversion sorts them first, which this does not.
pub fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    items.for_each(|item| _ = set.insert(item));
    set
}

#[inline(never)]
fn sort_places(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|&one, &other| order(one, other));
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key};

    #[test]
    fn what_is_equal_keeps_its_order() {
        let mut words = vec!["bb", "a", "cc", "d"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["a", "d", "bb", "cc"]);
        sort_by(&mut words, &|one, other| other.len().cmp(&one.len()));
        assert_eq!(words, ["bb", "cc", "a", "d"]);
        sort_by(&mut Vec::<u8>::new(), &|one, other| one.cmp(other));
    }
}
