use database::{Tx, insert_many, search};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use crate::customer_ledger::{OpenKey, open_of};
use crate::general_ledger;
use crate::sales::create::draw;
use crate::sales::header::InvoiceDiscountCalculation;
use crate::sales::posted::{self, Kind};
use crate::sales::{Context, DocumentType, JobQueueStatus, Setup, Status, header, line};
use crate::{Error, Result, number_series, told};

/// Makes a credit memo that takes a posted invoice back, line for line and to the cent: its amounts, its rate and what the
/// goods have cost are those of the invoice, not worked out anew. While the invoice is open it settles it; its day is today,
/// and all of it may be changed before it is posted: a line that is changed is worked out like any other.
///
/// # Errors
/// [`Error::Unknown`] when there is no such posted invoice, [`Error::IsCanceled`] when all of it is taken back already,
/// [`Error::NothingToCorrect`] when it has no lines, and those of the number series: nothing is made.
pub async fn make_corrective_credit_memo(tx: &Tx, setup: &Setup, invoice: Uuid, cx: &Context) -> Result<header::Model> {
    let invoice = posted_invoice(tx, invoice).await?;
    let open = open_of(tx, &[key_of(&invoice)]).await?;
    take_back(tx, setup, (invoice, !open.is_empty()), cx).await
}

/// As [`make_corrective_credit_memo`], of an invoice that was read, and of which is known whether it is open.
pub(super) async fn take_back(
    tx: &Tx,
    setup: &Setup,
    (invoice, is_open): (posted::header::Model, bool),
    cx: &Context,
) -> Result<header::Model> {
    if invoice.canceled {
        return Err(Error::IsCanceled(invoice.number.to_string()));
    }
    let of_invoice = posted::line::Entity::find().filter(posted::line::Column::DocumentId.eq(invoice.id));
    let lines = of_invoice.order_by_asc(posted::line::Column::LineNumber).all(tx).await?;
    // Posting the credit memo makes its own line to round it.
    let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_rounding()).collect();
    if !lines.iter().any(posted::line::Model::sells) {
        return Err(Error::NothingToCorrect(invoice.number.to_string()));
    }
    let series = number_series::lock(tx, setup.numbers(DocumentType::CreditMemo)?).await?;
    let drawn = draw(tx, &series, DocumentType::CreditMemo, setup.today(cx.now), 1).await?;
    let number = drawn.into_iter().next().unwrap_or_default();

    let id = cx.random.id(cx.now);
    let lines: Vec<line::Model> = lines.into_iter().map(|line| credited(cx, (id, &number), line)).collect();
    let header = header_of(setup, (id, number), invoice, (is_open, &lines), cx);
    search::keep::<header::Entity>(tx, [&header]).await?;
    told::made(tx, std::iter::once(&header), cx).await?;
    let made = header.into_active_model().reset_all().insert(tx).await?;
    insert_many(tx, lines.into_iter().map(|line| line.into_active_model().reset_all()).collect()).await?;
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(made)
}

/// The posted invoice of that id.
///
/// # Errors
/// [`Error::Unknown`].
pub(super) async fn posted_invoice(tx: &Tx, id: Uuid) -> Result<posted::header::Model> {
    let found = posted::header::Entity::find_by_id(id).one(tx).await?;
    let unknown = || Error::Unknown { kind: "posted sales invoice", code: id.to_string() };
    found.filter(|header| header.kind == Kind::Invoice).ok_or_else(unknown)
}

/// By what the open entry of a posted invoice is found.
pub(super) fn key_of(invoice: &posted::header::Model) -> OpenKey {
    (invoice.bill_to_customer_number.clone(), general_ledger::DocumentType::Invoice, invoice.number.clone())
}

/// The line that takes a posted one back.
fn credited(cx: &Context, (document_id, number): (Uuid, &Code<20>), line: posted::line::Model) -> line::Model {
    line::Model {
        id: cx.random.id(cx.now),
        document_id,
        document_type: DocumentType::CreditMemo,
        document_number: number.clone(),
        line_number: line.line_number,
        kind: line.kind,
        number: line.number,
        variant_code: line.variant_code,
        description: line.description,
        unit_of_measure_code: line.unit_of_measure_code,
        quantity_per_unit_of_measure: line.quantity_per_unit_of_measure,
        location_code: line.location_code,
        shipment_date: None,
        shipping_agent_code: Code::blank(),
        shipping_agent_service_code: Code::blank(),
        quantity: line.quantity,
        quantity_to_ship: line.quantity,
        quantity_shipped: Quantity::ZERO,
        quantity_to_invoice: line.quantity,
        quantity_invoiced: Quantity::ZERO,
        reserved_quantity: Quantity::ZERO,
        unit_price: line.unit_price,
        line_discount_percent: line.line_discount_percent,
        line_discount_amount: line.line_discount_amount,
        line_amount: line.line_amount,
        allow_line_discount: true,
        allow_invoice_discount: !line.invoice_discount_amount.is_zero(),
        system_created: false,
        invoice_discount_amount: line.invoice_discount_amount,
        vat_percent: line.vat_percent,
        vat_identifier: line.vat_identifier,
        vat_calculation_type: line.vat_calculation_type,
        vat_product_posting_group: line.vat_product_posting_group,
        tax_area_code: line.tax_area_code,
        tax_liable: line.tax_liable,
        tax_group_code: line.tax_group_code,
        general_product_posting_group: line.general_product_posting_group,
        amount: line.amount,
        amount_including_vat: line.amount_including_vat,
        corrective: true,
        source_id: line.source_id,
    }
}

/// The header of the credit memo: who, where, on which terms and at which rate as on the invoice; today.
fn header_of(
    setup: &Setup,
    (id, number): (Uuid, Code<20>),
    invoice: posted::header::Model,
    (is_open, lines): (bool, &[line::Model]),
    cx: &Context,
) -> header::Model {
    let today = setup.today(cx.now);
    let invoice_discount: Amount = lines.iter().map(|line| line.invoice_discount_amount).sum();
    let amount: Amount = lines.iter().map(|line| line.amount).sum();
    let amount_including_vat: Amount = lines.iter().map(|line| line.amount_including_vat).sum();
    header::Model {
        id,
        document_type: DocumentType::CreditMemo,
        number,
        external_document_number: invoice.external_document_number,
        order_date: today,
        posting_date: today,
        vat_reporting_date: today,
        document_date: today,
        due_date: today,
        sell_to_customer_number: invoice.sell_to_customer_number,
        sell_to_name: invoice.sell_to_name,
        sell_to_name2: invoice.sell_to_name2,
        sell_to_contact: invoice.sell_to_contact,
        sell_to_address: invoice.sell_to_address,
        sell_to_address2: invoice.sell_to_address2,
        sell_to_post_code: invoice.sell_to_post_code,
        sell_to_city: invoice.sell_to_city,
        sell_to_county: invoice.sell_to_county,
        sell_to_country_region_code: invoice.sell_to_country_region_code,
        email: invoice.email,
        phone_number: invoice.phone_number,
        bill_to_customer_number: invoice.bill_to_customer_number,
        bill_to_name: invoice.bill_to_name,
        bill_to_name2: invoice.bill_to_name2,
        bill_to_contact: invoice.bill_to_contact,
        bill_to_address: invoice.bill_to_address,
        bill_to_address2: invoice.bill_to_address2,
        bill_to_post_code: invoice.bill_to_post_code,
        bill_to_city: invoice.bill_to_city,
        bill_to_county: invoice.bill_to_county,
        bill_to_country_region_code: invoice.bill_to_country_region_code,
        vat_registration_number: invoice.vat_registration_number,
        language_code: invoice.language_code,
        ship_to_name: invoice.ship_to_name,
        ship_to_name2: invoice.ship_to_name2,
        ship_to_contact: invoice.ship_to_contact,
        ship_to_address: invoice.ship_to_address,
        ship_to_address2: invoice.ship_to_address2,
        ship_to_post_code: invoice.ship_to_post_code,
        ship_to_city: invoice.ship_to_city,
        ship_to_county: invoice.ship_to_county,
        ship_to_country_region_code: invoice.ship_to_country_region_code,
        currency_factor: invoice.currency_factor,
        currency_code: invoice.currency_code,
        prices_including_vat: invoice.prices_including_vat,
        ship_to_code: invoice.ship_to_code,
        location_code: invoice.location_code,
        shipment_method_code: invoice.shipment_method_code,
        salesperson_code: setup.salesperson_of(&invoice.salesperson_code),
        general_business_posting_group: invoice.general_business_posting_group,
        vat_business_posting_group: invoice.vat_business_posting_group,
        tax_area_code: invoice.tax_area_code,
        tax_liable: invoice.tax_liable,
        customer_posting_group: invoice.customer_posting_group,
        applies_to_document_number: if is_open { invoice.number.clone() } else { Code::blank() },
        corrected_invoice_number: invoice.number,
        allow_line_discount: true,
        invoice_discount_calculation: match invoice_discount.is_zero() {
            true => InvoiceDiscountCalculation::None,
            false => InvoiceDiscountCalculation::Amount,
        },
        invoice_discount_value: invoice_discount,
        invoice_discount_amount: invoice_discount,
        amount,
        vat_amount: amount_including_vat - amount,
        amount_including_vat,
        status: Status::Open,
        job_queue_status: JobQueueStatus::None,
        source_number: invoice.source_number,
        user_id: cx.user.clone(),
        created_at: cx.now,
        last_modified_date_time: cx.now,
        version: 1,
        ..header::Model::default()
    }
}
