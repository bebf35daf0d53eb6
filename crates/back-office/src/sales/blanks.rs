use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::{DocumentType, LineKind, line};
use crate::items::{self, ItemType, VariantMandatory, variant};
use crate::{Error, Result, inventory_setup};

/// What keeps documents from being released: a line of goods that does not say in which unit, from where or which variant
/// is sold, where that must be said. For each such document what is missing first. A statement for each of the three, however many
/// documents.
pub(super) async fn blanks(c: &impl ConnectionTrait, documents: &[Uuid]) -> Result<BTreeMap<Uuid, Error>> {
    let setup = inventory_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?;
    let of_unit = Condition::all().add(line::Column::UnitOfMeasureCode.eq(""));
    let sold = || Condition::all().add(line::Column::Quantity.ne(Quantity::ZERO));
    let of_location = || sold().add(line::Column::LocationCode.eq("")).add(Expr::exists(counted()));
    let of_variant = sold()
        .add(line::Column::VariantCode.eq(""))
        .add(Expr::exists(named_by_variant(setup.variant_mandatory_if_exists)))
        .add(Expr::exists(variants()));
    let conditions = [
        Some(("Unit of Measure Code", of_unit)),
        setup.location_mandatory.then(|| ("Location Code", of_location())),
        Some(("Variant Code", of_variant)),
    ];
    let mut blanks = BTreeMap::new();
    for (field, condition) in conditions.into_iter().flatten() {
        for (document, kind, number, line) in lines(c, documents, condition).await? {
            let code = format!("{number}, line {line}");
            blanks.entry(document).or_insert(Error::Blank { field, kind: kind.in_words(), code });
        }
    }
    Ok(blanks)
}

/// Lines of goods of which something holds: their document, its kind and number, and their own number.
async fn lines(
    c: &impl ConnectionTrait,
    documents: &[Uuid],
    condition: Condition,
) -> Result<Vec<(Uuid, DocumentType, Code<20>, i32)>> {
    use line::Column::{DocumentId, DocumentNumber, DocumentType, Kind, LineNumber};
    let found = line::Entity::find()
        .select_only()
        .columns([DocumentId, DocumentType, DocumentNumber, LineNumber])
        .filter(DocumentId.is_in(documents.iter().copied()))
        .filter(Kind.eq(LineKind::Item))
        .filter(condition)
        .order_by_asc(DocumentId)
        .order_by_asc(LineNumber);
    Ok(found.into_tuple().all(c).await?)
}

/// The item of the line.
fn item() -> SelectStatement {
    let mut select = Query::select();
    let number = Expr::col((items::Entity, items::Column::Number));
    select.expr(Expr::val(1)).from(items::Entity).and_where(number.equals((line::Entity, line::Column::Number)));
    select
}

/// The item of the line, when it is one that is counted.
fn counted() -> SelectStatement {
    item().and_where(items::Column::ItemType.eq(ItemType::Inventory)).take()
}

/// The item of the line, when a line must name one of its variants. `by_setup` is what the inventory set-up says.
fn named_by_variant(by_setup: bool) -> SelectStatement {
    let mut mandatory = vec![VariantMandatory::Yes];
    mandatory.extend(by_setup.then_some(VariantMandatory::Default));
    item().and_where(items::Column::VariantMandatoryIfExists.is_in(mandatory)).take()
}

/// The variants of the item of the line.
fn variants() -> SelectStatement {
    let mut select = Query::select();
    let of_item = Expr::col((variant::Entity, variant::Column::ItemNumber));
    select.expr(Expr::val(1)).from(variant::Entity).and_where(of_item.equals((line::Entity, line::Column::Number)));
    select
}
