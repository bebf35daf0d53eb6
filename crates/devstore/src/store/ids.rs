use serde::{Deserialize, Serialize};

use crate::options::DEFAULT_DOMAIN;

/// Hands out numbers that look like Shopify's, thirteen or fourteen digits in ascending order, and are the same in every run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Ids {
    next: u64,
}

/// The first number of the default store.
const FIRST: u64 = 8_765_432_100_352;

/// The first number of what moves on the account of the default store, far from those of everything else.
const FIRST_PAYMENT: u64 = 1_765_432_100_352;

/// Shopify's own numbers of one shard lie this far apart.
const STEP: u64 = 32_768;

impl Ids {
    /// Those of a store. As in Shopify, no store hands out what another has handed out: each is a shard of its own.
    pub(crate) fn of_store(domain: &str) -> Self {
        Self { next: FIRST + shard(domain) }
    }

    /// Those of what moves on a store's account with Shopify Payments.
    pub(crate) fn of_payments(domain: &str) -> Self {
        Self { next: FIRST_PAYMENT + shard(domain) }
    }

    /// A number that was not handed out before.
    pub(crate) const fn next(&mut self) -> u64 {
        let id = self.next;
        self.next += STEP;
        id
    }
}

/// By how much the numbers of a store differ from those of the default store, whatever machine it is on: less than [`STEP`].
pub(crate) fn shard(domain: &str) -> u64 {
    if domain == DEFAULT_DOMAIN {
        return 0;
    }
    let digest = domain.bytes().fold(0_u64, |digest, byte| (digest * 31 + u64::from(byte)) % (STEP - 1));
    1 + digest
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_stores_hand_out_the_same_number() {
        let mut seen = HashSet::new();
        for domain in [DEFAULT_DOMAIN, "north.myshopify.com", "south.myshopify.com", "kobling.myshopify.com"] {
            let mut ids = Ids::of_store(domain);
            assert!((0..1_000).all(|_| seen.insert(ids.next())), "{domain} has a number of another store");
        }
    }

    #[test]
    fn the_default_store_begins_with_the_first_number() {
        assert_eq!(Ids::of_store(DEFAULT_DOMAIN).next(), FIRST);
    }
}
