use chrono::NaiveDate;
use database::Tx;
use uuid::Uuid;
use values::Code;

use super::Draft;
use super::address::{ChangeAddress, set};
use super::price::Unlisted;
use super::work_out::by_percent;
use crate::customers::ShippingAdvice;
use crate::prices::turn_vat;
use crate::sales::{Context, LineKind, Setup, header};
use crate::{Result, customer_discount_groups, customer_price_groups, sales_tax, salespeople};

/// What is to be changed of a document; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeDocument {
    /// Who buys; name, address and groups follow, and so does who pays unless that is given, too.
    pub sell_to_customer: Option<Code<20>>,
    /// Who pays; terms, currency and prices follow.
    pub bill_to_customer: Option<Code<20>>,
    /// Who buys, as it stands on the document.
    pub sell_to: ChangeAddress,
    /// Who pays.
    pub bill_to: ChangeAddress,
    /// Who gets the goods.
    pub ship_to: ChangeAddress,
    /// The buyer's e-mail address.
    pub email: Option<String>,
    /// The buyer's phone.
    pub phone: Option<String>,
    /// When it was ordered.
    pub order_date: Option<NaiveDate>,
    /// The day on which it will be posted. The rate of its currency follows, and so does its VAT date.
    pub posting_date: Option<NaiveDate>,
    /// The day to which its VAT belongs.
    pub vat_reporting_date: Option<NaiveDate>,
    /// The date of the document. When it is to be paid follows.
    pub document_date: Option<NaiveDate>,
    /// When it is to be paid.
    pub due_date: Option<NaiveDate>,
    /// The currency of its amounts. The prices of items are found anew.
    pub currency_code: Option<Code<10>>,
    /// Whether its prices have VAT in them. The prices are turned.
    pub prices_including_vat: Option<bool>,
    /// The buyer's VAT business posting group. The VAT of its lines follows.
    pub vat_business_posting_group: Option<Code<20>>,
    /// Where the buyer is taxed. The sales tax of its lines follows.
    pub tax_area_code: Option<Code<20>>,
    /// Whether the buyer is liable to sales tax. That of its lines follows.
    pub tax_liable: Option<bool>,
    /// The payer's price group. The prices of items are found anew.
    pub customer_price_group: Option<Code<10>>,
    /// The payer's discount group. The prices of items are found anew.
    pub customer_discount_group: Option<Code<20>>,
    /// The campaign whose prices hold. The prices of items are found anew.
    pub campaign_number: Option<Code<20>>,
    /// Which discounts the payer gets on the whole.
    pub invoice_discount_code: Option<Code<20>>,
    /// When it is to be paid, in words. The due date and the payment discount follow.
    pub payment_terms_code: Option<Code<10>>,
    /// How it is paid.
    pub payment_method_code: Option<Code<10>>,
    /// To which of the buyer's ship-to addresses goods are sent; blank: to its own. Address, how and from where they are sent and
    /// where that is taxed follow.
    pub ship_to_code: Option<Code<10>>,
    /// From where they are sent. Lines of which nothing is shipped follow.
    pub location_code: Option<Code<10>>,
    /// Whether it may be shipped in parts.
    pub shipping_advice: Option<ShippingAdvice>,
    /// How it is sent.
    pub shipment_method_code: Option<Code<10>>,
    /// Who brings it. Another has other services.
    pub shipping_agent_code: Option<Code<10>>,
    /// Which of the agent's services.
    pub shipping_agent_service_code: Option<Code<10>>,
    /// Under which number the agent knows it.
    pub package_tracking_number: Option<String>,
    /// Who sells it.
    pub salesperson_code: Option<Code<20>>,
    /// The buyer's own number for it.
    pub external_document_number: Option<String>,
    /// The posted invoice that a credit memo is to settle.
    pub applies_to_document_number: Option<Code<20>>,
    /// What the buyer wrote.
    pub work_description: Option<String>,
}

impl ChangeDocument {
    /// Whether it changes what stays as it is once the document is released. Dates other than that of the order,
    /// payment and the buyer's number may be changed then, too.
    pub(super) fn needs_open(&self) -> bool {
        self.sell_to_customer.is_some()
            || self.bill_to_customer.is_some()
            || !self.sell_to.is_nothing()
            || !self.bill_to.is_nothing()
            || !self.ship_to.is_nothing()
            || self.order_date.is_some()
            || self.currency_code.is_some()
            || self.prices_including_vat.is_some()
            || self.vat_business_posting_group.is_some()
            || self.tax_area_code.is_some()
            || self.tax_liable.is_some()
            || self.customer_price_group.is_some()
            || self.customer_discount_group.is_some()
            || self.campaign_number.is_some()
            || self.invoice_discount_code.is_some()
            || self.shipment_method_code.is_some()
            || self.ship_to_code.is_some()
            || self.location_code.is_some()
            || self.shipping_advice.is_some()
    }

    /// Whether the prices of items are to be found anew: another payer, currency or group has other prices.
    fn is_repricing(before: &header::Model, after: &header::Model) -> bool {
        before.sell_to_customer_number != after.sell_to_customer_number
            || before.bill_to_customer_number != after.bill_to_customer_number
            || before.currency_code != after.currency_code
            || before.customer_price_group != after.customer_price_group
            || before.customer_discount_group != after.customer_discount_group
            || before.campaign_number != after.campaign_number
    }
}

/// Changes the header of a document, and what follows from that on its lines. One that is released changes only its
/// posting, VAT, document and due date, its payment, who sells and who brings it, the buyer's number, contact and words.
///
/// # Errors
/// [`crate::Error::Unknown`] for codes that are not there, [`crate::Error::Blocked`], [`crate::Error::Blank`],
/// [`crate::Error::NoVatSetup`], [`crate::Error::SalesTaxInPrices`]; [`crate::Error::Changed`],
/// [`crate::Error::Queued`], [`crate::Error::Released`]; [`crate::Error::PartlyPosted`] for what can't be changed once
/// something is shipped or invoiced; [`crate::Error::NoExchangeRate`]; [`crate::Error::InvoiceDiscount`] when a discount
/// on the whole that was given by hand does not fit any more. Nothing is changed then.
pub async fn change_document(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    change: &ChangeDocument,
    cx: &Context,
) -> Result<header::Model> {
    let mut draft = Draft::lock(tx, id, seen).await?;
    if change.needs_open() {
        draft.require_open()?;
    }
    draft.change(tx, setup, change).await?;
    draft.keep(tx, cx).await
}

impl Draft {
    /// Changes the header, and what follows from that on the lines.
    pub(super) async fn change(&mut self, tx: &Tx, setup: &Setup, change: &ChangeDocument) -> Result<()> {
        let before = self.header.clone();
        let buyer = change.sell_to_customer.as_ref().filter(|number| **number != before.sell_to_customer_number);
        if let Some(number) = buyer {
            self.sell_to(tx, setup, number).await?;
        }
        let payer = change.bill_to_customer.as_ref().or(buyer);
        if let Some(number) = payer.filter(|number| **number != before.bill_to_customer_number) {
            self.bill_to(tx, setup, number).await?;
        }
        if let Some(code) = &change.ship_to_code {
            self.ship_elsewhere(tx, setup, code).await?;
        }
        write_down(&mut self.header, change);
        self.check_shipping(tx, change).await?;
        customer_price_groups::check(tx, change.customer_price_group.as_ref()).await?;
        customer_discount_groups::check(tx, change.customer_discount_group.as_ref()).await?;
        sales_tax::area::check(tx, change.tax_area_code.as_ref()).await?;
        salespeople::check(tx, change.salesperson_code.as_ref()).await?;
        terms_of_trade(setup, self, change)?;
        dates(setup, &mut self.header, &before, change)?;
        revalue(tx, setup, self, &before).await
    }
}

/// What is only written down.
fn write_down(header: &mut header::Model, change: &ChangeDocument) {
    let new = change.clone();
    header.sell_to().write(new.sell_to);
    header.bill_to().write(new.bill_to);
    header.ship_to().write(new.ship_to);
    set(&mut header.email, new.email);
    set(&mut header.phone_number, new.phone);
    set(&mut header.order_date, new.order_date);
    set(&mut header.external_document_number, new.external_document_number);
    set(&mut header.applies_to_document_number, new.applies_to_document_number);
    set(&mut header.work_description, new.work_description);
    set(&mut header.customer_price_group, new.customer_price_group);
    set(&mut header.customer_discount_group, new.customer_discount_group);
    set(&mut header.campaign_number, new.campaign_number);
    set(&mut header.invoice_discount_code, new.invoice_discount_code);
    if new.shipping_agent_code.as_ref().is_some_and(|agent| *agent != header.shipping_agent_code) {
        header.shipping_agent_service_code = Code::blank();
    }
    set(&mut header.location_code, new.location_code);
    set(&mut header.shipping_advice, new.shipping_advice);
    set(&mut header.shipping_agent_code, new.shipping_agent_code);
    set(&mut header.shipping_agent_service_code, new.shipping_agent_service_code);
    set(&mut header.package_tracking_number, new.package_tracking_number);
    set(&mut header.salesperson_code, new.salesperson_code);
}

/// Currency, VAT and methods, as far as the document may still change them.
fn terms_of_trade(setup: &Setup, draft: &mut Draft, change: &ChangeDocument) -> Result<()> {
    if let Some(code) = &change.currency_code {
        let code = setup.currency(code);
        setup.precision(&code)?;
        if code != draft.header.currency_code {
            draft.require_untouched("Currency Code")?;
            draft.header.currency_factor = setup.factor(&code, draft.header.posting_date);
            draft.header.currency_code = code;
        }
    }
    if let Some(including) = change.prices_including_vat.filter(|new| *new != draft.header.prices_including_vat) {
        draft.require_untouched("Prices Including VAT")?;
        draft.header.prices_including_vat = including;
    }
    if let Some(group) = &change.vat_business_posting_group
        && *group != draft.header.vat_business_posting_group
    {
        draft.require_untouched("VAT Bus. Posting Group")?;
        draft.header.vat_business_posting_group = group.clone();
    }
    if let Some(area) = change.tax_area_code.as_ref().filter(|new| **new != draft.header.tax_area_code) {
        draft.require_untouched("Tax Area Code")?;
        draft.header.tax_area_code = area.clone();
    }
    if let Some(liable) = change.tax_liable.filter(|new| *new != draft.header.tax_liable) {
        draft.require_untouched("Tax Liable")?;
        draft.header.tax_liable = liable;
    }
    let header = &mut draft.header;
    let blank = Code::blank();
    let (shipment, payment) = (change.shipment_method_code.as_ref(), change.payment_method_code.as_ref());
    setup.check_methods(shipment.unwrap_or(&blank), payment.unwrap_or(&blank))?;
    set(&mut header.shipment_method_code, shipment.cloned());
    set(&mut header.payment_method_code, payment.cloned());
    Ok(())
}

/// Dates, and what follows from them and from the payment terms.
fn dates(setup: &Setup, header: &mut header::Model, before: &header::Model, change: &ChangeDocument) -> Result<()> {
    if let Some(date) = change.posting_date.filter(|date| *date != header.posting_date) {
        header.posting_date = date;
        header.vat_reporting_date = date;
        // What takes an invoice back does so at the rate of that.
        if header.corrected_invoice_number.is_blank() {
            header.currency_factor = setup.factor(&header.currency_code, date);
        }
    }
    set(&mut header.vat_reporting_date, change.vat_reporting_date);
    set(&mut header.document_date, change.document_date);
    set(&mut header.payment_terms_code, change.payment_terms_code.clone());
    if header.document_date != before.document_date || header.payment_terms_code != before.payment_terms_code {
        let dates = setup.payment_dates(&header.payment_terms_code, header.document_type, header.document_date)?;
        header.due_date = dates.due_date;
        header.payment_discount_date = dates.discount_date;
        header.payment_discount_percent = dates.discount_percent;
    }
    set(&mut header.due_date, change.due_date);
    Ok(())
}

/// What follows for the lines.
async fn revalue(tx: &Tx, setup: &Setup, draft: &mut Draft, before: &header::Model) -> Result<()> {
    let is_repricing = ChangeDocument::is_repricing(before, &draft.header);
    let taxing = |header: &header::Model| (header.tax_area_code.clone(), header.tax_liable);
    let is_taxed_anew = taxing(&draft.header) != taxing(before);
    let including = draft.header.prices_including_vat;
    let is_turned = including != before.prices_including_vat;
    // The VAT that is in prices is that of before, the VAT that comes into them that of now.
    if is_turned && !including {
        turn_prices(setup, draft)?;
    }
    if is_taxed_anew || draft.header.vat_business_posting_group != before.vat_business_posting_group {
        draft.charge_vat(setup)?;
    }
    if draft.header.location_code != before.location_code {
        let location = draft.header.location_code.clone();
        draft.send_from(&location);
    }
    if is_turned && including {
        turn_prices(setup, draft)?;
    }
    if is_turned || draft.header.currency_code != before.currency_code {
        let precision = setup.precision(&draft.header.currency_code)?;
        draft
            .lines
            .iter_mut()
            .filter(|line| line.kind != LineKind::Comment)
            .try_for_each(|line| by_percent(line, precision))?;
    }
    if is_repricing {
        draft.free_all();
        draft.header.corrected_invoice_number = Code::blank();
        draft.price_anew(tx, setup, |_| true, Unlisted::Replace).await?;
    }
    draft.work_out(tx, setup).await
}

/// Takes the VAT of the lines into their prices, or out of them.
fn turn_prices(setup: &Setup, draft: &mut Draft) -> Result<()> {
    let including = draft.header.prices_including_vat;
    let unit_precision = setup.rules(&draft.header.currency_code)?.precision;
    for line in draft.lines.iter_mut().filter(|line| line.kind != LineKind::Comment) {
        line.unit_price = turn_vat(line.unit_price, line.vat_percent.decimal(), including, unit_precision)?;
    }
    Ok(())
}
