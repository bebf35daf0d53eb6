use std::sync::Arc;

use access::Area;
use connector::products::{matches, staged};

use crate::records::{Resource, Set};

/// Shopify products, their variants, and the worksheet in which they get their items.
pub(crate) fn assemble() -> Vec<Arc<dyn Resource>> {
    const AREA: Area = Area::Synchronization;
    vec![
        Arc::new(Set::<staged::product::Entity>::new(AREA)),
        Arc::new(Set::<staged::variant::Entity>::new(AREA).in_order(&["position"])),
        Arc::new(Set::<matches::Entity>::new(AREA).in_order(&["position"])),
    ]
}
