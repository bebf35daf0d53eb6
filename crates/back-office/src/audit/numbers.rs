use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Check, Finding};
use crate::sales::{header, posted};
use crate::{Error, Result, customer_ledger, general_ledger, item_journal, item_ledger, number_series, sales_setup};

/// More gaps than so many are counted, not named.
const MOST_NAMED: usize = 20;

/// Entries of every ledger, and posted documents of every series, are numbered without gaps.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    use customer_ledger::{detailed, entry as customer};
    use general_ledger::{entry as general, vat_entry};
    use item_ledger::{entry as item, value_entry};
    entries::<general::Entity>(c, ("G/L entries", general::Column::EntryNumber), findings).await?;
    entries::<vat_entry::Entity>(c, ("VAT entries", vat_entry::Column::EntryNumber), findings).await?;
    entries::<customer::Entity>(c, ("customer ledger entries", customer::Column::EntryNumber), findings).await?;
    let name = "detailed customer ledger entries";
    entries::<detailed::Entity>(c, (name, detailed::Column::EntryNumber), findings).await?;
    entries::<item::Entity>(c, ("item ledger entries", item::Column::EntryNumber), findings).await?;
    entries::<value_entry::Entity>(c, ("value entries", value_entry::Column::EntryNumber), findings).await?;
    let given = given(c).await?;
    let series = posted_series(c).await?;
    let lines = number_series::line::Entity::find().filter(number_series::line::Column::SeriesCode.is_in(series));
    for line in lines.order_by_asc(number_series::line::Column::Id).all(c).await? {
        let missing: Vec<String> = number_series::given(&line)
            .filter(|number| !given.contains(number))
            .map(|number| number.to_string())
            .take(MOST_NAMED + 1)
            .collect();
        if !missing.is_empty() {
            let text = format!("numbers of the series {} are missing: {}", line.series_code, named(&missing));
            findings.push(Finding::new(Check::Numbers, text));
        }
    }
    Ok(())
}

/// Entries are numbered 1, 2, 3, …
async fn entries<E: EntityTrait>(
    c: &impl ConnectionTrait,
    (name, number): (&str, E::Column),
    findings: &mut Vec<Finding>,
) -> Result<()> {
    let (count, last): (i64, Option<i64>) = E::find()
        .select_only()
        .column_as(number.count(), "entries")
        .column_as(number.max(), "last")
        .into_tuple()
        .one(c)
        .await?
        .unwrap_or_default();
    if count == last.unwrap_or_default() {
        return Ok(());
    }
    let numbers: Vec<i64> = E::find().select_only().column(number).order_by_asc(number).into_tuple().all(c).await?;
    let (mut expected, mut missing) = (1, Vec::new());
    for number in numbers {
        missing.extend((expected..number).map(|number| number.to_string()).take(MOST_NAMED + 1));
        expected = number + 1;
    }
    findings.push(Finding::new(Check::Numbers, format!("{name} are missing: {}", named(&missing))));
    Ok(())
}

fn named(missing: &[String]) -> String {
    let shown: Vec<&str> = missing.iter().map(String::as_str).take(MOST_NAMED).collect();
    let more = if missing.len() > MOST_NAMED { " and more" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// The series of posted documents and item journals.
async fn posted_series(c: &impl ConnectionTrait) -> Result<Vec<Code<20>>> {
    let setup = sales_setup::Entity::find().one(c).await?.ok_or(Error::NoCompany)?;
    // Documents that are posted from the series from which they were made leave gaps when they are deleted.
    let own = [setup.invoice_numbers, setup.credit_memo_numbers, setup.return_order_numbers];
    let posted = [setup.posted_shipment_numbers, setup.posted_invoice_numbers, setup.posted_credit_memo_numbers];
    let journals = item_journal::batch::Entity::find().all(c).await?.into_iter().map(|batch| batch.number_series);
    let series = posted.into_iter().chain(journals).filter(|series| !series.is_blank() && !own.contains(series));
    Ok(series.collect())
}

/// All numbers that posted documents and entries have, and those that are drawn for documents that will be posted.
async fn given(c: &impl ConnectionTrait) -> Result<HashSet<Code<20>>> {
    use item_ledger::entry::{Column, Entity};
    let posted: Vec<Code<20>> =
        posted::header::Entity::find().select_only().column(posted::header::Column::Number).into_tuple().all(c).await?;
    let drawn: Vec<(Code<20>, Code<20>)> = header::Entity::find()
        .select_only()
        .columns([header::Column::ShippingNumber, header::Column::PostingNumber])
        .into_tuple()
        .all(c)
        .await?;
    let journals = Entity::find().filter(Column::DocumentType.eq(item_ledger::DocumentType::Blank));
    let journals: Vec<Code<20>> =
        journals.select_only().column(Column::DocumentNumber).distinct().into_tuple().all(c).await?;
    let drawn = drawn.into_iter().flat_map(|(shipment, posting)| [shipment, posting]);
    Ok(posted.into_iter().chain(drawn).chain(journals).collect())
}
