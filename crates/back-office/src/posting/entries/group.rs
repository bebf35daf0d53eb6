use std::ops::Add;

/// Sums by a key, in the order in which the keys came.
pub(super) struct Group<K, V>(Vec<(K, V)>);

impl<K: PartialEq, V: Copy + Add<Output = V>> Group<K, V> {
    /// No sums.
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds to the sum of a key.
    pub(super) fn add(&mut self, key: K, value: V) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, sum)) => *sum = *sum + value,
            None => self.0.push((key, value)),
        }
    }

    /// Each key with its sum.
    pub(super) fn into_sums(self) -> impl Iterator<Item = (K, V)> {
        self.0.into_iter()
    }
}
