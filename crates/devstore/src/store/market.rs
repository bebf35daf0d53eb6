use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::State;

/// Where the shop sells.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Market {
    pub id: u64,
    pub name: String,
    pub handle: String,
    pub status: String,
    pub currency: String,
}

impl Market {
    /// The market at home, which every shop has.
    pub(super) fn home() -> BTreeMap<u64, Arc<Self>> {
        let market = Self {
            id: 65_432_109_871,
            name: "Norge".to_owned(),
            handle: "no".to_owned(),
            status: "ACTIVE".to_owned(),
            currency: "NOK".to_owned(),
        };
        BTreeMap::from([(market.id, Arc::new(market))])
    }
}

impl State {
    pub(crate) fn put_market(&mut self, market: Market) -> Arc<Market> {
        let market = Arc::new(market);
        self.markets.insert(market.id, Arc::clone(&market));
        market
    }
}
