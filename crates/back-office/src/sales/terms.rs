use chrono::{DateTime, Utc};

use super::{DocumentType, NewDocument, Setup, header};
use crate::{customers, prices};

/// On which terms a document is priced that is to be made.
pub(super) fn of_new(
    setup: &Setup,
    (document_type, new): (DocumentType, &NewDocument),
    (sell_to, bill_to): (&customers::Model, &customers::Model),
    now: DateTime<Utc>,
) -> prices::Terms {
    let posting_date = new.posting_date.unwrap_or_else(|| setup.today(now));
    let currency_code = setup.currency(&new.currency_code);
    prices::Terms {
        date: match document_type {
            DocumentType::Order | DocumentType::ReturnOrder => new.order_date,
            DocumentType::Invoice | DocumentType::CreditMemo => posting_date,
        },
        customer_number: bill_to.number.clone(),
        customer_price_group: bill_to.customer_price_group.clone(),
        customer_discount_group: bill_to.customer_discount_group.clone(),
        campaign_number: values::Code::blank(),
        currency_factor: setup.factor(&currency_code, posting_date),
        currency_code,
        prices_including_vat: new.prices_including_vat,
        vat_business_posting_group: sell_to.vat_business_posting_group.clone(),
        allow_line_discount: bill_to.allow_line_discount,
    }
}

/// On which terms the lines of a document are priced.
pub(super) fn of_header(header: &header::Model) -> prices::Terms {
    prices::Terms {
        date: match header.document_type {
            DocumentType::Order | DocumentType::ReturnOrder => header.order_date,
            DocumentType::Invoice | DocumentType::CreditMemo => header.posting_date,
        },
        customer_number: header.bill_to_customer_number.clone(),
        customer_price_group: header.customer_price_group.clone(),
        customer_discount_group: header.customer_discount_group.clone(),
        campaign_number: header.campaign_number.clone(),
        currency_code: header.currency_code.clone(),
        currency_factor: header.currency_factor,
        prices_including_vat: header.prices_including_vat,
        vat_business_posting_group: header.vat_business_posting_group.clone(),
        allow_line_discount: header.allow_line_discount,
    }
}
