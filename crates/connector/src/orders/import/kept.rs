//! What a new import of an order leaves as it is: what Shopify tells only once, what people chose, what processing did.

use values::Code;

use crate::orders::staged::{Sale, line, order};

/// Carries over what stays of the header.
pub(super) fn header(before: &order::Model, now: &mut order::Model) {
    let fresh = std::mem::replace(now, before.clone());
    let place =
        Place::of(if fresh.ship_to_address.is_empty() && fresh.ship_to_city.is_empty() { before } else { &fresh });
    *now = order::Model {
        updated_at: fresh.updated_at,
        processed_at: fresh.processed_at,
        cancelled_at: fresh.cancelled_at,
        cancel_reason: fresh.cancel_reason,
        closed: fresh.closed,
        closed_at: fresh.closed_at,
        edited: fresh.edited,
        confirmed: fresh.confirmed,
        unpaid: fresh.unpaid,
        fully_paid: fresh.fully_paid,
        refundable: fresh.refundable,
        financial_status: fresh.financial_status,
        fulfillment_status: fresh.fulfillment_status,
        return_status: fresh.return_status,
        tags: fresh.tags,
        discount_code: fresh.discount_code,
        discount_codes: fresh.discount_codes,
        total_weight: fresh.total_weight,
        vat_included: fresh.vat_included,
        tax_exempt: fresh.tax_exempt,
        total_amount: fresh.total_amount,
        presentment_total_amount: fresh.presentment_total_amount,
        subtotal_amount: fresh.subtotal_amount,
        presentment_subtotal_amount: fresh.presentment_subtotal_amount,
        total_tip_received: fresh.total_tip_received,
        presentment_total_tip_received: fresh.presentment_total_tip_received,
        vat_amount: fresh.vat_amount,
        presentment_vat_amount: fresh.presentment_vat_amount,
        discount_amount: fresh.discount_amount,
        presentment_discount_amount: fresh.presentment_discount_amount,
        total_discounts_amount: fresh.total_discounts_amount,
        presentment_total_discounts_amount: fresh.presentment_total_discounts_amount,
        shipping_charges_amount: fresh.shipping_charges_amount,
        presentment_shipping_charges_amount: fresh.presentment_shipping_charges_amount,
        duties_included: fresh.duties_included,
        requires_shipping: fresh.requires_shipping,
        gateway: fresh.gateway,
        duties_amount: fresh.duties_amount,
        presentment_duties_amount: fresh.presentment_duties_amount,
        current_duties_amount: fresh.current_duties_amount,
        presentment_current_duties_amount: fresh.presentment_current_duties_amount,
        additional_fees_amount: fresh.additional_fees_amount,
        presentment_additional_fees_amount: fresh.presentment_additional_fees_amount,
        current_total_amount: fresh.current_total_amount,
        presentment_current_total_amount: fresh.presentment_current_total_amount,
        current_vat_amount: fresh.current_vat_amount,
        presentment_current_vat_amount: fresh.presentment_current_vat_amount,
        total_received_amount: fresh.total_received_amount,
        presentment_total_received_amount: fresh.presentment_total_received_amount,
        total_refunded_amount: fresh.total_refunded_amount,
        presentment_total_refunded_amount: fresh.presentment_total_refunded_amount,
        total_outstanding_amount: fresh.total_outstanding_amount,
        presentment_total_outstanding_amount: fresh.presentment_total_outstanding_amount,
        current_total_items_quantity: fresh.current_total_items_quantity,
        payment_rounding_amount: fresh.payment_rounding_amount,
        presentment_payment_rounding_amount: fresh.presentment_payment_rounding_amount,
        refund_rounding_amount: fresh.refund_rounding_amount,
        presentment_refund_rounding_amount: fresh.presentment_refund_rounding_amount,
        payment_terms_type: fresh.payment_terms_type,
        payment_terms_name: fresh.payment_terms_name,
        due_date: fresh.due_date,
        retail_location_id: fresh.retail_location_id,
        retail_location_name: fresh.retail_location_name,
        po_number: fresh.po_number,
        work_description: fresh.work_description,
        import_warning: fresh.import_warning,
        high_risk: fresh.high_risk,
        channel_liable_taxes: fresh.channel_liable_taxes,
        b2b: fresh.b2b,
        total_quantity_of_items: fresh.total_quantity_of_items,
        number_of_lines: fresh.number_of_lines,
        content_hash: fresh.content_hash,
        ..before.clone()
    };
    place.write(now);
}

/// Where the goods go. It may be changed until they are sent; one that is taken away stays, since a buyer who is forgotten
/// has bought all the same.
struct Place {
    name: String,
    name2: String,
    contact: String,
    address: String,
    address2: String,
    post_code: String,
    city: String,
    county: String,
    country: Code<20>,
}

impl Place {
    fn of(order: &order::Model) -> Self {
        Self {
            name: order.ship_to_name.clone(),
            name2: order.ship_to_name2.clone(),
            contact: order.ship_to_contact_name.clone(),
            address: order.ship_to_address.clone(),
            address2: order.ship_to_address2.clone(),
            post_code: order.ship_to_post_code.clone(),
            city: order.ship_to_city.clone(),
            county: order.ship_to_county.clone(),
            country: order.ship_to_country_region_code.clone(),
        }
    }

    fn write(self, order: &mut order::Model) {
        order.ship_to_name = self.name;
        order.ship_to_name2 = self.name2;
        order.ship_to_contact_name = self.contact;
        order.ship_to_address = self.address;
        order.ship_to_address2 = self.address2;
        order.ship_to_post_code = self.post_code;
        order.ship_to_city = self.city;
        order.ship_to_county = self.county;
        order.ship_to_country_region_code = self.country;
    }
}

/// Carries over the items of the lines. A line that is on a document is sent from where the document says it is, until its
/// pieces are moved: what was sent is where it was, whichever part of the order is the last one to be sent.
pub(super) fn lines(before: &Sale, now: &mut [line::Model]) {
    for line in now {
        if let Some(same) = before.lines.iter().find(|same| same.line_id == line.line_id) {
            if before.order.processed && (same.location_id == 0 || !line.is_moved_since(same)) {
                line.location_id = same.location_id;
            }
            line.id = same.id;
            line.not_sold_quantity = same.not_sold_quantity;
            line.exchange_item = same.exchange_item;
            line.item_number = same.item_number.clone();
            line.variant_code = same.variant_code.clone();
            line.unit_of_measure_code = same.unit_of_measure_code.clone();
            line.item_chosen = same.item_chosen;
        }
    }
}
