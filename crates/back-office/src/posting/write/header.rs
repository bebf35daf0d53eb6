use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::sales::posted::{Kind, header};
use crate::sales::{Context, DocumentType, header as sales_header};

/// What a posted document comes to. A shipment comes to nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    pub(super) invoice_discount_amount: Amount,
    pub(super) amount: Amount,
    pub(super) vat_amount: Amount,
    pub(super) amount_including_vat: Amount,
}

/// The header of a posted document: a copy of the document's, with its own number and what it comes to.
pub(super) fn posted(
    header: &sales_header::Model,
    id: Uuid,
    (kind, number): (Kind, &Code<20>),
    totals: Totals,
    cx: &Context,
) -> header::Model {
    let is_order = header.document_type == DocumentType::Order;
    let own = |wanted: bool| if wanted { header.number.clone() } else { Code::blank() };
    header::Model {
        id,
        kind,
        number: number.clone(),
        order_number: own(is_order),
        pre_assigned_number: own(!is_order),
        posting_date: header.posting_date,
        vat_reporting_date: header.vat_reporting_date,
        external_document_number: header.external_document_number.clone(),
        order_date: header.order_date,
        document_date: header.document_date,
        due_date: header.due_date,
        payment_discount_date: header.payment_discount_date,
        payment_discount_percent: header.payment_discount_percent,
        sell_to_customer_number: header.sell_to_customer_number.clone(),
        sell_to_name: header.sell_to_name.clone(),
        sell_to_name2: header.sell_to_name2.clone(),
        sell_to_contact: header.sell_to_contact.clone(),
        sell_to_address: header.sell_to_address.clone(),
        sell_to_address2: header.sell_to_address2.clone(),
        sell_to_post_code: header.sell_to_post_code.clone(),
        sell_to_city: header.sell_to_city.clone(),
        sell_to_county: header.sell_to_county.clone(),
        sell_to_country_region_code: header.sell_to_country_region_code.clone(),
        email: header.email.clone(),
        phone_number: header.phone_number.clone(),
        bill_to_customer_number: header.bill_to_customer_number.clone(),
        bill_to_name: header.bill_to_name.clone(),
        bill_to_name2: header.bill_to_name2.clone(),
        bill_to_contact: header.bill_to_contact.clone(),
        bill_to_address: header.bill_to_address.clone(),
        bill_to_address2: header.bill_to_address2.clone(),
        bill_to_post_code: header.bill_to_post_code.clone(),
        bill_to_city: header.bill_to_city.clone(),
        bill_to_county: header.bill_to_county.clone(),
        bill_to_country_region_code: header.bill_to_country_region_code.clone(),
        vat_registration_number: header.vat_registration_number.clone(),
        language_code: header.language_code.clone(),
        ship_to_name: header.ship_to_name.clone(),
        ship_to_name2: header.ship_to_name2.clone(),
        ship_to_contact: header.ship_to_contact.clone(),
        ship_to_address: header.ship_to_address.clone(),
        ship_to_address2: header.ship_to_address2.clone(),
        ship_to_post_code: header.ship_to_post_code.clone(),
        ship_to_city: header.ship_to_city.clone(),
        ship_to_county: header.ship_to_county.clone(),
        ship_to_country_region_code: header.ship_to_country_region_code.clone(),
        currency_code: header.currency_code.clone(),
        currency_factor: header.currency_factor,
        prices_including_vat: header.prices_including_vat,
        ship_to_code: header.ship_to_code.clone(),
        location_code: header.location_code.clone(),
        shipment_method_code: header.shipment_method_code.clone(),
        shipping_agent_code: header.shipping_agent_code.clone(),
        shipping_agent_service_code: header.shipping_agent_service_code.clone(),
        package_tracking_number: header.package_tracking_number.clone(),
        payment_method_code: header.payment_method_code.clone(),
        payment_terms_code: header.payment_terms_code.clone(),
        general_business_posting_group: header.general_business_posting_group.clone(),
        vat_business_posting_group: header.vat_business_posting_group.clone(),
        tax_area_code: header.tax_area_code.clone(),
        tax_liable: header.tax_liable,
        customer_posting_group: header.customer_posting_group.clone(),
        applies_to_document_number: header.applies_to_document_number.clone(),
        corrected_invoice_number: header.corrected_invoice_number.clone(),
        canceled: false,
        work_description: header.work_description.clone(),
        invoice_discount_amount: totals.invoice_discount_amount,
        amount: totals.amount,
        vat_amount: totals.vat_amount,
        amount_including_vat: totals.amount_including_vat,
        source_number: header.source_number.clone(),
        source_kind: header.source_kind.clone().unwrap_or_default(),
        source_id: header.source_id.clone().unwrap_or_default(),
        user_id: cx.user.clone(),
        created_at: cx.now,
    }
}
