//! What is wrong with what was entered, said field by field: the fields are entered one after the other, and one that is
//! refused is noted and left out. So every rule stands once, where it holds.

use database::Tx;
use values::money::Quantity;

use super::{ChangeDocument, ChangeLine, Draft, Entry, LineEntry};
use crate::posting::Problems;
use crate::sales::rows::LINE_STEP;
use crate::sales::{Context, DocumentType, NewLine, Setup};
use crate::{Error, Result};

/// A field, by its name in the API, with the change that is made of it alone.
type Part<T> = (&'static str, T);

impl Draft {
    /// All that is wrong with an entry that was refused with `error`.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn explain(
        mut self,
        tx: &Tx,
        setup: &Setup,
        entry: &Entry,
        error: Error,
        cx: &Context,
    ) -> Result<Error> {
        let mut problems = Problems::default();
        for (field, part) in parts_of_document(self.header.document_type, &entry.document) {
            let mut changed = self.clone();
            match refusal(changed.change(tx, setup, &part).await)? {
                None => self = changed,
                Some(text) => problems.entered(None, field, text),
            }
        }
        let mut next = self.lines.last().map_or(0, |line| line.line_number);
        for line in &entry.lines {
            match line {
                LineEntry::Change(number, change) => {
                    self.explain_line(tx, setup, (*number, change), &mut problems).await?;
                }
                LineEntry::Remove(number) => {
                    let mut changed = self.clone();
                    match refusal(changed.remove(*number))? {
                        None => self = changed,
                        Some(text) => problems.entered(Some(*number), "", without_line(&text, *number)),
                    }
                }
                LineEntry::Add(new, change) => {
                    next = next.saturating_add(LINE_STEP);
                    let mut changed = self.clone();
                    let begun = changed.add(tx, setup, &[bare(new)], cx).await;
                    if let Some(text) = refusal(begun)? {
                        problems.entered(Some(next), "lineObjectNumber", text);
                        continue;
                    }
                    // Its number counts on from those that are refused, as the person sees them.
                    if let Some(line) = changed.lines.last_mut() {
                        line.line_number = next;
                    }
                    self = changed;
                    self.explain_line(tx, setup, (next, &full(new, change)), &mut problems).await?;
                }
            }
        }
        if problems.is_empty() {
            let field = if entry.invoice_discount.is_some() { "discountAmount" } else { "" };
            problems.entered(None, field, error.to_string());
        }
        Ok(Error::NotEntered { document: self.header.in_words(), problems })
    }

    /// Notes what is wrong with a change of a line, and makes the rest of it.
    async fn explain_line(
        &mut self,
        tx: &Tx,
        setup: &Setup,
        (number, change): (i32, &ChangeLine),
        problems: &mut Problems,
    ) -> Result<()> {
        for (field, part) in parts_of_line(change) {
            let mut changed = self.clone();
            match refusal(changed.change_line(tx, setup, number, &part).await)? {
                None => *self = changed,
                Some(text) => problems.entered(Some(number), field, without_line(&text, number)),
            }
        }
        Ok(())
    }
}

/// Why something is refused; nothing, when it is not.
fn refusal(result: Result<()>) -> Result<Option<String>> {
    match result {
        Ok(()) => Ok(None),
        Err(error) if error.is_of_the_document() => Ok(Some(error.to_string())),
        Err(error) => Err(error),
    }
}

/// Which line is meant is said beside it.
fn without_line(text: &str, line: i32) -> String {
    text.strip_prefix(&format!("line {line}: ")).unwrap_or(text).to_owned()
}

/// What a new line sells, and nothing of how.
fn bare(new: &NewLine) -> NewLine {
    NewLine {
        kind: new.kind,
        number: new.number.clone(),
        description: new.description.clone(),
        unit_price: new.unit_price,
        ..NewLine::default()
    }
}

/// What is entered on that line then.
fn full(new: &NewLine, change: &ChangeLine) -> ChangeLine {
    ChangeLine {
        variant_code: new.variant_code.non_blank().cloned(),
        unit_of_measure_code: new.unit_of_measure_code.clone(),
        location_code: new.location_code.non_blank().cloned(),
        quantity: Some(new.quantity),
        unit_price: new.unit_price,
        ..change.clone()
    }
}

/// Each field of a change of the header, in the order in which they are entered.
fn parts_of_document(document_type: DocumentType, whole: &ChangeDocument) -> Vec<Part<ChangeDocument>> {
    let (new, none) = (whole.clone(), ChangeDocument::default);
    let date = match document_type {
        DocumentType::Invoice => "invoiceDate",
        DocumentType::CreditMemo => "creditMemoDate",
        DocumentType::Order | DocumentType::ReturnOrder => "documentDate",
    };
    let parts = vec![
        ("customerNumber", ChangeDocument { sell_to_customer: new.sell_to_customer, ..none() }),
        ("billToCustomerNumber", ChangeDocument { bill_to_customer: new.bill_to_customer, ..none() }),
        ("postingDate", ChangeDocument { posting_date: new.posting_date, ..none() }),
        ("vatReportingDate", ChangeDocument { vat_reporting_date: new.vat_reporting_date, ..none() }),
        (date, ChangeDocument { document_date: new.document_date, ..none() }),
        ("currencyCode", ChangeDocument { currency_code: new.currency_code, ..none() }),
        ("pricesIncludeTax", ChangeDocument { prices_including_vat: new.prices_including_vat, ..none() }),
        (
            "vatBusinessPostingGroup",
            ChangeDocument { vat_business_posting_group: new.vat_business_posting_group, ..none() },
        ),
        ("salesTaxAreaCode", ChangeDocument { tax_area_code: new.tax_area_code, ..none() }),
        ("taxLiable", ChangeDocument { tax_liable: new.tax_liable, ..none() }),
        ("customerPriceGroup", ChangeDocument { customer_price_group: new.customer_price_group, ..none() }),
        ("customerDiscountGroup", ChangeDocument { customer_discount_group: new.customer_discount_group, ..none() }),
        ("campaignNumber", ChangeDocument { campaign_number: new.campaign_number, ..none() }),
        ("invoiceDiscountCode", ChangeDocument { invoice_discount_code: new.invoice_discount_code, ..none() }),
        ("paymentTermsCode", ChangeDocument { payment_terms_code: new.payment_terms_code, ..none() }),
        ("paymentMethodCode", ChangeDocument { payment_method_code: new.payment_method_code, ..none() }),
        ("shipToCode", ChangeDocument { ship_to_code: new.ship_to_code, ..none() }),
        ("locationCode", ChangeDocument { location_code: new.location_code, ..none() }),
        ("shipmentMethodCode", ChangeDocument { shipment_method_code: new.shipment_method_code, ..none() }),
        ("shippingAgentCode", ChangeDocument { shipping_agent_code: new.shipping_agent_code, ..none() }),
        (
            "shippingAgentServiceCode",
            ChangeDocument { shipping_agent_service_code: new.shipping_agent_service_code, ..none() },
        ),
        ("salesperson", ChangeDocument { salesperson_code: new.salesperson_code, ..none() }),
    ];
    parts.into_iter().filter(|(_, part)| *part != none()).collect()
}

/// Each field of a change of a line, in the order in which they are entered.
fn parts_of_line(whole: &ChangeLine) -> Vec<Part<ChangeLine>> {
    let (new, none) = (whole.clone(), ChangeLine::default);
    // Until the quantity to invoice is entered, it must not stand against that to ship.
    let to_ship = ChangeLine {
        quantity_to_ship: new.quantity_to_ship,
        quantity_to_invoice: new.quantity_to_ship.and(new.quantity_to_invoice).map(|_| Quantity::ZERO),
        ..none()
    };
    let parts = vec![
        ("variantCode", ChangeLine { variant_code: new.variant_code, ..none() }),
        ("unitOfMeasureCode", ChangeLine { unit_of_measure_code: new.unit_of_measure_code, ..none() }),
        ("locationCode", ChangeLine { location_code: new.location_code, ..none() }),
        ("quantity", ChangeLine { quantity: new.quantity, ..none() }),
        ("unitPrice", ChangeLine { unit_price: new.unit_price, ..none() }),
        ("discountPercent", ChangeLine { line_discount_percent: new.line_discount_percent, ..none() }),
        ("discountAmount", ChangeLine { line_discount_amount: new.line_discount_amount, ..none() }),
        ("lineAmount", ChangeLine { line_amount: new.line_amount, ..none() }),
        ("shipQuantity", to_ship),
        ("invoiceQuantity", ChangeLine { quantity_to_invoice: new.quantity_to_invoice, ..none() }),
    ];
    parts.into_iter().filter(|(_, part)| *part != none()).collect()
}
