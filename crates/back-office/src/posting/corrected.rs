use std::collections::{BTreeMap, BTreeSet, HashMap};

use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::Amount;

use super::amounts::Split;
use crate::Result;
use crate::general_ledger::{self, vat_entry};
use crate::item_ledger::{self, value_entry};
use crate::sales::posted::{Kind, header, line};
use crate::sales::{header as sales_header, line as sales_line};
use crate::sales_tax::Taxed;

/// The posted invoice that a document takes back, with what of it can't be worked out anew.
pub(super) struct Corrected {
    pub(super) header: header::Model,
    /// What the goods of each line have cost, by the number of the line.
    pub(super) costs: HashMap<i32, Amount>,
    /// What each jurisdiction got, in the order in which they were worked out, by what was taxed alike.
    pub(super) taxes: BTreeMap<Taxed, Vec<vat_entry::Model>>,
    /// The lines that sell something.
    sold: BTreeSet<i32>,
    /// What rounding has added to it.
    rounding: Option<(Split, Amount)>,
}

impl Corrected {
    /// Reads and locks the invoice that a document takes back: whoever takes it back, too, waits.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn lock(tx: &Tx, document: &sales_header::Model) -> Result<Option<Self>> {
        let Some(number) = document.corrected_invoice_number.non_blank() else { return Ok(None) };
        let of_number = header::Entity::find().filter(header::Column::Kind.eq(Kind::Invoice));
        let found = of_number.filter(header::Column::Number.eq(number.clone())).lock_exclusive().one(tx).await?;
        let Some(header) = found else { return Ok(None) };
        let lines = line::Entity::find().filter(line::Column::DocumentId.eq(header.id)).all(tx).await?;
        let rounding = lines.iter().find(|line| line.is_rounding()).map(|line| {
            let vat = line.amount_including_vat - line.amount;
            (Split { net: line.amount, vat }, line.line_amount)
        });
        Ok(Some(Self {
            costs: costs(tx, number).await?,
            taxes: taxes(tx, number).await?,
            sold: lines.iter().filter(|line| line.sells()).map(|line| line.line_number).collect(),
            rounding,
            header,
        }))
    }

    /// Whether those lines take all of it back, and nothing else.
    pub(super) fn is_whole<'a>(&self, lines: impl Iterator<Item = &'a sales_line::Model> + Clone) -> bool {
        let selling = lines.filter(|line| line.sells());
        selling.clone().all(|line| line.corrective)
            && selling.map(|line| line.line_number).eq(self.sold.iter().copied())
    }

    /// What rounding has added to it: what it came to, and the amount of its line.
    pub(super) fn rounding(&self) -> Option<(Split, Amount)> {
        self.rounding
    }

    /// Marks it as canceled.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn cancel(&self, tx: &Tx) -> Result<()> {
        let canceled = header::Model { canceled: true, ..self.header.clone() };
        canceled.into_active_model().reset_all().update(tx).await?;
        tx.changed::<header::Entity>(&[self.header.id]).await?;
        Ok(())
    }
}

/// What goods of an invoice have cost, by the number of its line.
async fn costs(tx: &Tx, invoice: &Code<20>) -> Result<HashMap<i32, Amount>> {
    use item_ledger::{DocumentType, entry};
    let of_invoice = value_entry::Entity::find()
        .filter(value_entry::Column::DocumentType.eq(DocumentType::SalesInvoice))
        .filter(value_entry::Column::DocumentNumber.eq(invoice.clone()));
    let values = of_invoice.all(tx).await?;
    if values.is_empty() {
        return Ok(HashMap::new());
    }
    let moved = values.iter().map(|value| value.item_ledger_entry_number);
    let lines: Vec<(i64, i32)> = entry::Entity::find()
        .select_only()
        .columns([entry::Column::EntryNumber, entry::Column::DocumentLineNumber])
        .filter(entry::Column::EntryNumber.is_in(moved))
        .into_tuple()
        .all(tx)
        .await?;
    let lines: HashMap<i64, i32> = lines.into_iter().collect();
    let mut costs: HashMap<i32, Amount> = HashMap::new();
    for value in &values {
        let Some(line) = lines.get(&value.item_ledger_entry_number) else { continue };
        // What has gone stands there with a minus.
        *costs.entry(*line).or_default() -= value.cost_amount_actual;
    }
    Ok(costs)
}

/// What jurisdictions got of an invoice.
async fn taxes(tx: &Tx, invoice: &Code<20>) -> Result<BTreeMap<Taxed, Vec<vat_entry::Model>>> {
    use vat_entry::Column;
    let entries = vat_entry::Entity::find()
        .filter(Column::DocumentType.eq(general_ledger::DocumentType::Invoice))
        .filter(Column::DocumentNumber.eq(invoice.clone()))
        .filter(Column::TaxJurisdictionCode.ne(Code::<10>::blank()))
        .order_by_asc(Column::EntryNumber)
        .all(tx)
        .await?;
    let mut taxes: BTreeMap<Taxed, Vec<vat_entry::Model>> = BTreeMap::new();
    for entry in entries {
        let taxed = Taxed { area: entry.tax_area_code.clone(), liable: true, group: entry.tax_group_code.clone() };
        taxes.entry(taxed).or_default().push(entry);
    }
    Ok(taxes)
}
