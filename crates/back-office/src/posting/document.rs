use std::collections::HashMap;

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Quantity;

use super::corrected::Corrected;
use super::{Request, Setup, settled};
use crate::item_ledger::Place;
use crate::sales::{DocumentType, LineKind, header, line};
use crate::{Error, Result, customer_ledger, customers, general_ledger, item_ledger, items, sales};

/// A document that this transaction has for itself, with all that is needed to post it.
pub(super) struct Document {
    pub(super) header: header::Model,
    pub(super) lines: Vec<line::Model>,
    pub(super) customers: HashMap<Code<20>, customers::Model>,
    pub(super) items: HashMap<Code<20>, items::Model>,
    pub(super) variants: Vec<items::variant::Model>,
    /// What was shipped of it and is not invoiced, the oldest first.
    pub(super) not_invoiced: Vec<item_ledger::entry::Model>,
    /// Whether no more of its goods may be sent than is on hand.
    pub(super) is_limited: bool,
    /// It, by item, variant and location; what is left out is nothing.
    pub(super) on_hand: HashMap<(Code<20>, Code<10>, Code<10>), Quantity>,
    /// How many of it are kept for other sales orders.
    pub(super) reserved: HashMap<Place, Quantity>,
    /// The entries that it is to settle, as far as it goes.
    pub(super) applies_to: Vec<customer_ledger::entry::Model>,
    /// The posted invoice that a credit memo takes back.
    pub(super) corrected: Option<Corrected>,
    /// Whether an entry of the customer has the buyer's number already, where each must be there once.
    pub(super) is_external_number_taken: bool,
}

impl Document {
    /// Reads and locks a document. One that is being posted elsewhere is waited for; if it was posted whole, it is gone.
    ///
    /// # Errors
    /// [`Error::Unknown`]; [`Error::Queued`] for one that the job queue is to post, unless its entry has claimed it in this
    /// transaction.
    pub(super) async fn lock(tx: &Tx, setup: &Setup, id: Uuid, request: &Request) -> Result<Self> {
        let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
        let header = found.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
        header.check_not_queued()?;
        let of_document = line::Entity::find().filter(line::Column::DocumentId.eq(id));
        let lines = of_document.order_by_asc(line::Column::LineNumber).all(tx).await?;
        let customers = [header.sell_to_customer_number.clone(), header.bill_to_customer_number.clone()];
        let customers = customers::by_numbers(tx, &customers).await?;
        let mut numbers: Vec<Code<20>> =
            lines.iter().filter(|line| line.kind == LineKind::Item).map(|line| line.number.clone()).collect();
        numbers.sort();
        numbers.dedup();
        let is_limited = setup.inventory.prevent_negative_inventory && header.document_type.sells();
        // What is on hand stays as it is read: whoever takes of these items, too, waits.
        let items = if is_limited { items::lock(tx, &numbers).await? } else { items::by_numbers(tx, &numbers).await? };
        let variants = variants(tx, setup, (&lines, &items)).await?;
        let is_shipped = |line: &line::Model| line.quantity_shipped != line.quantity_invoiced;
        let not_invoiced = match header.document_type {
            DocumentType::Order if request.invoice && lines.iter().any(is_shipped) => {
                item_ledger::not_invoiced(tx, &header.number).await?
            }
            _ => Vec::new(),
        };
        let sells = header.document_type.sells();
        let reserved = if sells { sales::reserved(tx, &numbers, Some(id)).await? } else { HashMap::new() };
        let is_asked_for = is_limited || !reserved.is_empty();
        Ok(Self {
            is_limited,
            on_hand: if is_asked_for { item_ledger::on_hand(tx, &numbers).await? } else { HashMap::new() },
            reserved,
            applies_to: settled::entries(tx, setup, &header, request).await?,
            corrected: Corrected::lock(tx, &header).await?,
            is_external_number_taken: is_external_number_taken(tx, setup, &header).await?,
            customers: customers.into_iter().map(|customer| (customer.number.clone(), customer)).collect(),
            items: items.into_iter().map(|item| (item.number.clone(), item)).collect(),
            header,
            lines,
            variants,
            not_invoiced,
        })
    }
}

/// The variants of items of which a line names one, or must.
async fn variants(
    tx: &Tx,
    setup: &Setup,
    (lines, items): (&[line::Model], &[items::Model]),
) -> Result<Vec<items::variant::Model>> {
    use items::variant::{Column, Entity};
    let with_variant = lines.iter().filter(|line| !line.variant_code.is_blank()).map(|line| line.number.clone());
    let mandatory = items.iter().filter(|item| setup.is_variant_mandatory(item)).map(|item| item.number.clone());
    let items: Vec<Code<20>> = with_variant.chain(mandatory).collect();
    if items.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(Column::ItemNumber.is_in(items)).all(tx).await?)
}

async fn is_external_number_taken(tx: &Tx, setup: &Setup, header: &header::Model) -> Result<bool> {
    use customer_ledger::entry::{Column, Entity};
    if !setup.sales.external_document_number_mandatory || header.external_document_number.is_empty() {
        return Ok(false);
    }
    // Whoever posts another document of this payer waits, and then sees the entry of this one.
    let payer = customers::Column::Number.eq(header.bill_to_customer_number.clone());
    customers::Entity::find().filter(payer).lock_exclusive().one(tx).await?;
    let document_type = match header.document_type {
        DocumentType::Order | DocumentType::Invoice => general_ledger::DocumentType::Invoice,
        DocumentType::CreditMemo | DocumentType::ReturnOrder => general_ledger::DocumentType::CreditMemo,
    };
    let same = Entity::find()
        .filter(Column::CustomerNumber.eq(header.bill_to_customer_number.clone()))
        .filter(Column::DocumentType.eq(document_type))
        .filter(Column::ExternalDocumentNumber.eq(header.external_document_number.clone()));
    Ok(same.select_only().column(Column::EntryNumber).into_tuple::<i64>().one(tx).await?.is_some())
}
