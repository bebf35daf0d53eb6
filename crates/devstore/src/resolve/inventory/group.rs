use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::gid::Gid;

use super::super::arguments::ids;
use super::super::leaf;
use super::super::location::location;
use super::super::session::{Resolved, Session, not_served};
use super::item::InventoryItem;
use crate::mutate::{InventoryGroup, QuantityChange};

/// `InventoryAdjustmentGroup`.
pub(crate) struct InventoryGroupObject<'s> {
    pub session: &'s Session,
    pub group: InventoryGroup,
}

impl ObjectValue for InventoryGroupObject<'_> {
    fn type_name(&self) -> &str {
        "InventoryAdjustmentGroup"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Self { session, group } = self;
        match info.field_name() {
            "id" => leaf::gid("InventoryAdjustmentGroup", group.id),
            "createdAt" => leaf::time(group.created_at),
            "reason" => leaf::text(&group.reason),
            "referenceDocumentUri" => leaf::optional(group.reference_document_uri.as_deref()),
            "changes" => {
                let texts = |name: &str| {
                    let given = info.arguments().get(name).filter(|given| !given.is_null());
                    given.map(|_| ids(info, name))
                };
                let numbers = |name: &str| -> Option<Vec<u64>> {
                    Some(texts(name)?.iter().filter_map(|id| Some(id.parse::<Gid>().ok()?.number())).collect())
                };
                let (items, locations) = (numbers("inventoryItemIds"), numbers("locationIds"));
                let names = texts("quantityNames");
                let wanted = move |change: &&QuantityChange| {
                    items.as_ref().is_none_or(|items| items.contains(&change.item))
                        && locations.as_ref().is_none_or(|locations| locations.contains(&change.location))
                        && names.as_ref().is_none_or(|names| names.iter().any(|name| name == change.name.name()))
                };
                let changes = group.changes.iter().filter(wanted);
                let changes: Vec<_> = changes.map(|change| ResolvedValue::object(Change { session, change })).collect();
                Ok(ResolvedValue::list(changes))
            }
            _ => not_served(self, info),
        }
    }
}

/// `InventoryChange`. How many there are afterwards the real store does not tell at once, either.
struct Change<'s> {
    session: &'s Session,
    change: &'s QuantityChange,
}

impl ObjectValue for Change<'_> {
    fn type_name(&self) -> &str {
        "InventoryChange"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Self { session, change } = self;
        match info.field_name() {
            "name" => leaf::text(change.name.name()),
            "delta" => leaf::number(change.delta),
            "item" => Ok(ResolvedValue::nullable_object(InventoryItem::find(session, change.item))),
            "location" => location(session, Some(change.location)),
            "ledgerDocumentUri" => leaf::optional(change.ledger_document_uri.as_deref()),
            _ => not_served(self, info),
        }
    }
}
