use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use super::amounts::LineAmounts;
use super::header::InvoiceDiscountCalculation;
use super::prepare::Prepared;
use super::{Context, DocumentType, JobQueueStatus, NewDocument, NewLine, Setup, Status, header, line};
use crate::{Result, customers, payment_terms};

/// Lines are numbered in steps of this.
pub(super) const LINE_STEP: i32 = 10_000;

/// The rows of a document, which has no number yet.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) header: Box<header::Model>,
    pub(super) lines: Vec<line::Model>,
}

impl Rows {
    /// Gives the document its number.
    pub(super) fn number(&mut self, number: &Code<20>) {
        self.header.number = number.clone();
        self.lines.iter_mut().for_each(|line| line.document_number = number.clone());
    }
}

/// The row of a line.
pub(super) fn line_row(
    cx: &Context,
    (document_type, document_id): (DocumentType, Uuid),
    line_number: i32,
    (prepared, new, amounts): (Prepared, &NewLine, &LineAmounts),
) -> line::Model {
    line::Model {
        id: cx.random.id(cx.now),
        document_id,
        document_type,
        document_number: Code::blank(),
        line_number,
        kind: new.kind,
        number: new.number.clone(),
        variant_code: new.variant_code.clone(),
        description: prepared.description,
        unit_of_measure_code: prepared.unit_of_measure_code,
        quantity_per_unit_of_measure: prepared.quantity_per_unit_of_measure,
        location_code: new.location_code.clone(),
        shipment_date: None,
        quantity: new.quantity,
        quantity_to_ship: new.quantity,
        quantity_shipped: Quantity::ZERO,
        quantity_to_invoice: new.quantity,
        quantity_invoiced: Quantity::ZERO,
        reserved_quantity: Quantity::ZERO,
        unit_price: prepared.unit_price,
        line_discount_percent: amounts.line_discount_percent,
        line_discount_amount: amounts.line_discount_amount,
        line_amount: amounts.line_amount,
        allow_line_discount: prepared.allow_line_discount,
        allow_invoice_discount: amounts.allow_invoice_discount,
        system_created: false,
        invoice_discount_amount: amounts.invoice_discount_amount,
        vat_percent: amounts.vat_percent,
        vat_identifier: amounts.vat_identifier.clone(),
        vat_calculation_type: amounts.calculation,
        vat_product_posting_group: prepared.vat_product_posting_group,
        tax_area_code: prepared.taxed.area,
        tax_liable: prepared.taxed.liable,
        tax_group_code: prepared.taxed.group,
        general_product_posting_group: prepared.general_product_posting_group,
        amount: amounts.amount,
        amount_including_vat: amounts.amount_including_vat,
        corrective: false,
        source_id: new.source_id.clone(),
    }
}

/// The row of the header.
pub(super) fn header_row(
    setup: &Setup,
    (document_type, new): (DocumentType, &NewDocument),
    cx: &Context,
    id: Uuid,
    (sell_to, bill_to): (&customers::Model, &customers::Model),
    lines: &[line::Model],
) -> Result<header::Model> {
    let amount: Amount = lines.iter().map(|line| line.amount).sum();
    let amount_including_vat: Amount = lines.iter().map(|line| line.amount_including_vat).sum();
    let (buyer, payer, receiver) = (new.sell_to.clone(), new.bill_to.clone(), new.ship_to.clone());
    let terms = new.payment_terms_code.non_blank().unwrap_or(&bill_to.payment_terms_code).clone();
    let dates = match setup.payment_dates(&terms, document_type, new.document_date) {
        Ok(dates) => payment_terms::Dates { due_date: new.due_date.unwrap_or(dates.due_date), ..dates },
        Err(error) => new.due_date.map(payment_terms::Dates::at_once).ok_or(error)?,
    };
    let invoice_discount_amount: Amount = lines.iter().map(|line| line.invoice_discount_amount).sum();
    let as_customer = || (sell_to.tax_area_code.clone(), sell_to.tax_liable);
    let (tax_area_code, tax_liable) = new.tax_area.clone().unwrap_or_else(as_customer);
    let posting_date = new.posting_date.unwrap_or_else(|| setup.today(cx.now));
    let currency_code = setup.currency(&new.currency_code);
    let salesperson = new.salesperson_code.non_blank().or_else(|| setup.salesperson(sell_to));
    let payment_method = new.payment_method_code.non_blank().or_else(|| setup.payment_method(bill_to, document_type));
    Ok(header::Model {
        id,
        document_type,
        number: Code::blank(),
        external_document_number: new.external_document_number.clone(),
        order_date: new.order_date,
        posting_date,
        vat_reporting_date: new.vat_reporting_date.unwrap_or(posting_date),
        document_date: new.document_date,
        due_date: dates.due_date,
        payment_discount_date: dates.discount_date,
        payment_discount_percent: dates.discount_percent,
        sell_to_customer_number: new.sell_to_customer.clone(),
        sell_to_name: buyer.name,
        sell_to_name2: buyer.name2,
        sell_to_contact: buyer.contact,
        sell_to_address: buyer.address,
        sell_to_address2: buyer.address2,
        sell_to_post_code: buyer.post_code,
        sell_to_city: buyer.city,
        sell_to_county: buyer.county,
        sell_to_country_region_code: buyer.country_region_code,
        email: new.email.clone(),
        phone_number: new.phone.clone(),
        bill_to_customer_number: new.bill_to_customer.clone(),
        bill_to_name: payer.name,
        bill_to_name2: payer.name2,
        bill_to_contact: payer.contact,
        bill_to_address: payer.address,
        bill_to_address2: payer.address2,
        bill_to_post_code: payer.post_code,
        bill_to_city: payer.city,
        bill_to_county: payer.county,
        bill_to_country_region_code: payer.country_region_code,
        vat_registration_number: bill_to.vat_registration_number.clone(),
        language_code: bill_to.language_code.clone(),
        ship_to_name: receiver.name,
        ship_to_name2: receiver.name2,
        ship_to_contact: receiver.contact,
        ship_to_address: receiver.address,
        ship_to_address2: receiver.address2,
        ship_to_post_code: receiver.post_code,
        ship_to_city: receiver.city,
        ship_to_county: receiver.county,
        ship_to_country_region_code: receiver.country_region_code,
        currency_factor: setup.factor(&currency_code, posting_date),
        currency_code,
        prices_including_vat: new.prices_including_vat,
        shipment_method_code: new.shipment_method_code.clone(),
        ship_to_code: Code::blank(),
        location_code: Code::blank(),
        shipping_advice: sell_to.shipping_advice,
        shipping_agent_code: new.shipping_agent_code.clone(),
        shipping_agent_service_code: new.shipping_agent_service_code.clone(),
        package_tracking_number: String::new(),
        salesperson_code: salesperson.cloned().unwrap_or_default(),
        payment_method_code: payment_method.cloned().unwrap_or_default(),
        payment_terms_code: terms,
        general_business_posting_group: sell_to.general_business_posting_group.clone(),
        vat_business_posting_group: sell_to.vat_business_posting_group.clone(),
        tax_area_code,
        tax_liable,
        customer_posting_group: bill_to.customer_posting_group.clone(),
        applies_to_document_number: new.applies_to_document_number.clone(),
        corrected_invoice_number: Code::blank(),
        shipping_number: Code::blank(),
        posting_number: Code::blank(),
        last_shipping_number: Code::blank(),
        last_posting_number: Code::blank(),
        work_description: new.work_description.clone(),
        customer_price_group: bill_to.customer_price_group.clone(),
        customer_discount_group: bill_to.customer_discount_group.clone(),
        invoice_discount_code: bill_to.invoice_discount_code.clone(),
        allow_line_discount: bill_to.allow_line_discount,
        campaign_number: Code::blank(),
        invoice_discount_calculation: match invoice_discount_amount.is_zero() {
            true => InvoiceDiscountCalculation::None,
            false => InvoiceDiscountCalculation::Amount,
        },
        invoice_discount_value: invoice_discount_amount,
        invoice_discount_amount,
        amount,
        vat_amount: amount_including_vat - amount,
        amount_including_vat,
        status: Status::Open,
        job_queue_status: JobQueueStatus::None,
        job_queue_entry_id: None,
        takes_back_kind: new.takes_back.as_ref().map(|sale| sale.kind.clone()),
        takes_back_id: new.takes_back.as_ref().map(|sale| sale.id.clone()),
        source_kind: new.source.as_ref().map(|source| source.kind.clone()),
        source_id: new.source.as_ref().map(|source| source.id.clone()),
        source_number: new.source.as_ref().map(|source| source.number.clone()).unwrap_or_default(),
        user_id: cx.user.clone(),
        created_at: cx.now,
        last_modified_date_time: cx.now,
        version: 1,
    })
}
