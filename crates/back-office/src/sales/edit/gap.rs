use database::Tx;
use sea_orm::EntityTrait;
use values::Code;

use crate::posting::fill_gaps;
use crate::sales::posted::Kind;
use crate::sales::{Context, DocumentType, header};
use crate::{Error, Result, sales_setup};

/// Fills the gaps that a document leaves in the numbers of posted documents when it is deleted.
pub(super) async fn fill(tx: &Tx, header: &header::Model, cx: &Context) -> Result<()> {
    let setup = sales_setup::Entity::find().one(tx).await?.ok_or(Error::NoCompany)?;
    let (kind, own, posted) = match header.document_type {
        DocumentType::Order => (Kind::Invoice, None, &setup.posted_invoice_numbers),
        DocumentType::Invoice => (Kind::Invoice, Some(&setup.invoice_numbers), &setup.posted_invoice_numbers),
        DocumentType::ReturnOrder => (Kind::CreditMemo, None, &setup.posted_credit_memo_numbers),
        DocumentType::CreditMemo => {
            (Kind::CreditMemo, Some(&setup.credit_memo_numbers), &setup.posted_credit_memo_numbers)
        }
    };
    let mut gaps: Vec<(Kind, Code<20>)> = Vec::new();
    gaps.extend(header.shipping_number.non_blank().map(|number| (Kind::Shipment, number.clone())));
    if own == Some(posted) {
        // Posted documents would have had the number of this one.
        gaps.push((kind, header.number.clone()));
    } else {
        gaps.extend(header.posting_number.non_blank().map(|number| (kind, number.clone())));
    }
    fill_gaps(tx, header, &gaps, cx).await
}
