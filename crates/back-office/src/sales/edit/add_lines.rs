use database::Tx;
use uuid::Uuid;

use super::Draft;
use crate::prices::Book;
use crate::sales::prepare::{Ground, prepare_line};
use crate::sales::rows::{LINE_STEP, line_row};
use crate::sales::{Context, LineKind, NewLine, Setup, header, line, terms};
use crate::{Result, items};

/// Adds lines to an open document, after those that are there. An item without a price gets the one that the price
/// lists have.
///
/// # Errors
/// [`crate::Error::Changed`], [`crate::Error::Queued`], [`crate::Error::Released`] and those that a line of a new
/// document has: nothing is added.
pub async fn add_lines(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    new: &[NewLine],
    cx: &Context,
) -> Result<header::Model> {
    let mut draft = Draft::lock_open(tx, id, seen).await?;
    let items = new.iter().filter(|line| line.kind == LineKind::Item);
    setup.meet_items(tx, items.map(|line| &line.number)).await?;
    draft.add(tx, setup, new, cx).await?;
    draft.work_out(tx, setup).await?;
    draft.keep(tx, cx).await
}

impl Draft {
    /// Adds lines whose items were met.
    pub(super) async fn add(&mut self, tx: &Tx, setup: &Setup, new: &[NewLine], cx: &Context) -> Result<()> {
        let terms = terms::of_header(&self.header);
        let unpriced = new.iter().filter(|line| line.is_unpriced());
        let unpriced: Vec<_> = unpriced.filter_map(|line| setup.known_item(&line.number)).collect();
        let unpriced: Vec<&items::Model> = unpriced.iter().map(|item| &item.model).collect();
        let book = &Book::read(tx, std::slice::from_ref(&terms), &unpriced).await?;
        let (document_type, id) = (self.header.document_type, self.header.id);
        let precision = setup.precision(&self.header.currency_code)?;
        let tax_area = (self.header.tax_area_code.clone(), self.header.tax_liable);
        let agent = (self.header.shipping_agent_code.clone(), self.header.shipping_agent_service_code.clone());
        let ground = Ground { setup, document_type, terms, book, tax_area, agent, precision };
        for new in new {
            let number = self.lines.last().map_or(0, |line| line.line_number).saturating_add(LINE_STEP);
            let prepared = prepare_line(&ground, number, new)?;
            let amounts = prepared.amounts.clone();
            let mut row = line_row(cx, (document_type, id), number, (prepared, new, &amounts));
            if row.kind == LineKind::Item && row.location_code.is_blank() {
                row.location_code = self.header.location_code.clone();
            }
            self.lines.push(line::Model { document_number: self.header.number.clone(), ..row });
        }
        Ok(())
    }
}
