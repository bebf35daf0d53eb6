use database::{Tx, insert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::amounts::{self, LineAmounts};
use super::{Context, LineKind, NewLine, NewOrder, Setup, Source, Status, line, order};
use crate::{Error, Result, accounts, customers, number_series, vat};

/// Lines are numbered in steps of this.
const LINE_STEP: i32 = 10_000;

/// What became of a document that was to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was made: id and number.
    Created(Uuid, Code<20>),
    /// One from the same source is there already: id and number.
    AlreadyThere(Uuid, Code<20>),
}

/// Makes a sales order with its lines and amounts. One that comes from a source of which there is a document already is
/// not made again.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Blocked`], [`Error::Blank`], [`Error::NoVatSetup`], [`Error::Discount`],
/// [`Error::NoDiscountBase`], and those of the number series: nothing is made.
pub async fn create_order(tx: &Tx, setup: &Setup, new: &NewOrder, cx: &Context) -> Result<Outcome> {
    if new.lines.is_empty() {
        return Err(Error::NoLines);
    }
    let customers = [new.sell_to_customer.clone(), new.bill_to_customer.clone()];
    setup.meet_customers(tx, &customers).await?;
    let items: Vec<_> =
        new.lines.iter().filter(|line| line.kind == LineKind::Item).map(|line| line.number.clone()).collect();
    setup.meet_items(tx, &items).await?;
    let sell_to = setup.customer(&new.sell_to_customer)?;
    let bill_to = setup.customer(&new.bill_to_customer)?;

    if let Some(existing) = made_from(tx, new.source.as_ref()).await? {
        return Ok(existing);
    }
    let number = draw_number(tx, setup, new).await?;
    // The number series is locked now: whoever made a document from this source at the same time has committed it.
    if let Some(existing) = made_from(tx, new.source.as_ref()).await? {
        return Err(Error::Exists { kind: "sales order", code: number_of(&existing).to_string() });
    }

    let precision = setup.precision(&new.currency_code)?;
    let mut lines = Vec::with_capacity(new.lines.len());
    for (at, line) in new.lines.iter().enumerate() {
        lines.push(prepare(setup, at + 1, line, &sell_to, precision)?);
    }
    let mut worked: Vec<LineAmounts> = lines.iter().map(|line| line.amounts.clone()).collect();
    amounts::work_out(&mut worked, new.invoice_discount, new.prices_including_vat, precision)?;

    let id = cx.random.id(cx.now);
    let rows = lines.into_iter().zip(new.lines.iter()).zip(worked.iter()).enumerate();
    let rows: Vec<line::Model> =
        rows.map(|(at, ((prepared, new), amounts))| line_row(cx, id, &number, at, (prepared, new, amounts))).collect();
    let header = header_row(setup, new, cx, (id, number.clone()), (&sell_to, &bill_to), &rows);
    order::Entity::insert(header.into_active_model().reset_all()).exec_without_returning(tx).await?;
    insert_many(tx, rows.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(Outcome::Created(id, number))
}

async fn made_from(connection: &impl ConnectionTrait, source: Option<&Source>) -> Result<Option<Outcome>> {
    let Some(source) = source else { return Ok(None) };
    let made = order::Entity::find()
        .filter(order::Column::SourceKind.eq(source.kind.as_str()))
        .filter(order::Column::SourceId.eq(source.id.as_str()))
        .one(connection)
        .await?;
    Ok(made.map(|order| Outcome::AlreadyThere(order.id, order.number)))
}

const fn number_of(outcome: &Outcome) -> &Code<20> {
    match outcome {
        Outcome::Created(_, number) | Outcome::AlreadyThere(_, number) => number,
    }
}

async fn draw_number(tx: &Tx, setup: &Setup, new: &NewOrder) -> Result<Code<20>> {
    let series = &setup.company.order_numbers;
    let Some(number) = &new.number else { return number_series::next(tx, series, new.order_date).await };
    number_series::accept_manual(tx, series).await?;
    let taken = order::Entity::find().filter(order::Column::Number.eq(number.clone())).one(tx).await?;
    match taken {
        Some(_) => Err(Error::Exists { kind: "sales order", code: number.to_string() }),
        None => Ok(number.clone()),
    }
}

/// What a line sells, looked up.
struct Prepared {
    description: String,
    unit_of_measure_code: Code<10>,
    vat_product_posting_group: Code<20>,
    general_product_posting_group: Code<20>,
    amounts: LineAmounts,
}

fn prepare(
    setup: &Setup,
    at: usize,
    new: &NewLine,
    sell_to: &customers::Model,
    precision: rust_decimal::Decimal,
) -> Result<Prepared> {
    let numbers = (new.quantity, new.unit_price, new.line_discount_amount);
    let mut amounts = LineAmounts::new(at, numbers, precision)?;
    let (name, unit, vat_group, general_group, allow) = match new.kind {
        LineKind::Comment => {
            let description = new.description.clone().unwrap_or_default();
            return Ok(Prepared {
                description,
                unit_of_measure_code: Code::blank(),
                vat_product_posting_group: Code::blank(),
                general_product_posting_group: Code::blank(),
                amounts,
            });
        }
        LineKind::Item => {
            let item = setup.item(&new.number)?;
            let unit = item.sales_unit_of_measure_code.non_blank().unwrap_or(&item.base_unit_of_measure_code).clone();
            let groups = (item.vat_product_posting_group.clone(), item.general_product_posting_group.clone());
            (item.description.clone(), unit, groups.0, groups.1, item.allow_invoice_discount)
        }
        LineKind::Account => {
            let account = setup.account(&new.number)?;
            accounts::check_direct_posting(account)?;
            let groups = (account.vat_product_posting_group.clone(), account.general_product_posting_group.clone());
            (account.name.clone(), Code::blank(), groups.0, groups.1, false)
        }
    };
    let vat: &vat::Model = setup.vat(&sell_to.vat_business_posting_group, &vat_group)?;
    amounts.vat_percent = vat.charged();
    amounts.vat_identifier = vat.identifier.to_string();
    amounts.calculation = vat.calculation_type;
    amounts.allow_invoice_discount = allow;
    Ok(Prepared {
        description: new.description.clone().unwrap_or(name),
        unit_of_measure_code: new.unit_of_measure_code.clone().unwrap_or(unit),
        vat_product_posting_group: vat_group,
        general_product_posting_group: general_group,
        amounts,
    })
}

fn line_row(
    cx: &Context,
    document_id: Uuid,
    document_number: &Code<20>,
    at: usize,
    (prepared, new, amounts): (Prepared, &NewLine, &LineAmounts),
) -> line::Model {
    line::Model {
        id: cx.random.id(cx.now),
        document_id,
        document_number: document_number.clone(),
        line_number: i32::try_from(at + 1).unwrap_or(i32::MAX / LINE_STEP).saturating_mul(LINE_STEP),
        kind: new.kind,
        number: new.number.clone(),
        variant_code: new.variant_code.clone(),
        description: prepared.description,
        unit_of_measure_code: prepared.unit_of_measure_code,
        location_code: new.location_code.clone(),
        quantity: new.quantity,
        unit_price: new.unit_price,
        line_discount_percent: amounts.line_discount_percent,
        line_discount_amount: amounts.line_discount_amount,
        line_amount: amounts.line_amount,
        invoice_discount_amount: amounts.invoice_discount_amount,
        vat_percent: amounts.vat_percent,
        vat_identifier: Code::cut(&amounts.vat_identifier),
        vat_calculation_type: amounts.calculation,
        vat_product_posting_group: prepared.vat_product_posting_group,
        general_product_posting_group: prepared.general_product_posting_group,
        amount: amounts.amount,
        amount_including_vat: amounts.amount_including_vat,
        source_id: new.source_id.clone(),
    }
}

fn header_row(
    setup: &Setup,
    new: &NewOrder,
    cx: &Context,
    (id, number): (Uuid, Code<20>),
    (sell_to, bill_to): (&customers::Model, &customers::Model),
    lines: &[line::Model],
) -> order::Model {
    let amount: Amount = lines.iter().map(|line| line.amount).sum();
    let amount_including_vat: Amount = lines.iter().map(|line| line.amount_including_vat).sum();
    let (buyer, payer, receiver) = (new.sell_to.clone(), new.bill_to.clone(), new.ship_to.clone());
    order::Model {
        id,
        number,
        external_document_number: new.external_document_number.clone(),
        order_date: new.order_date,
        posting_date: cx.now.with_timezone(&setup.company.zone()).date_naive(),
        document_date: new.document_date,
        due_date: new.due_date.unwrap_or(new.document_date),
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
        ship_to_name: receiver.name,
        ship_to_name2: receiver.name2,
        ship_to_contact: receiver.contact,
        ship_to_address: receiver.address,
        ship_to_address2: receiver.address2,
        ship_to_post_code: receiver.post_code,
        ship_to_city: receiver.city,
        ship_to_county: receiver.county,
        ship_to_country_region_code: receiver.country_region_code,
        currency_code: new.currency_code.clone(),
        prices_including_vat: new.prices_including_vat,
        shipment_method_code: new.shipment_method_code.clone(),
        payment_method_code: new.payment_method_code.non_blank().unwrap_or(&bill_to.payment_method_code).clone(),
        payment_terms_code: bill_to.payment_terms_code.clone(),
        general_business_posting_group: sell_to.general_business_posting_group.clone(),
        vat_business_posting_group: sell_to.vat_business_posting_group.clone(),
        work_description: new.work_description.clone(),
        invoice_discount_amount: new.invoice_discount,
        amount,
        vat_amount: amount_including_vat - amount,
        amount_including_vat,
        status: Status::Open,
        source_kind: new.source.as_ref().map(|source| source.kind.clone()),
        source_id: new.source.as_ref().map(|source| source.id.clone()),
        source_number: new.source.as_ref().map(|source| source.number.clone()).unwrap_or_default(),
        user_id: cx.user.clone(),
        created_at: cx.now,
        last_modified_date_time: cx.now,
        version: 1,
    }
}
