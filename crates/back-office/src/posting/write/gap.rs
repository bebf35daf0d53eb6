use database::{Tx, insert_many, search};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;
use values::money::Quantity;

use super::header::{self, Totals};
use super::line::{self, Of};
use crate::Result;
use crate::sales::posted::{self, Kind};
use crate::sales::{Context, DocumentType, header as sales_header, line as sales_line};

/// What a document that fills a gap says.
const TEXT: &str = "Deleted Document";

/// Writes posted documents without amounts for numbers that were drawn for a document and will not be given: whoever
/// reads the numbers finds out why there is nothing behind them. They do not say where the document came from, so that it
/// can be made again.
///
/// # Errors
/// When the database fails.
pub(crate) async fn fill_gaps(
    tx: &Tx,
    document: &sales_header::Model,
    gaps: &[(Kind, Code<20>)],
    cx: &Context,
) -> Result<()> {
    let document =
        sales_header::Model { source_kind: None, source_id: None, source_number: String::new(), ..document.clone() };
    let text = sales_line::Model {
        line_number: 10_000,
        description: TEXT.to_owned(),
        quantity_per_unit_of_measure: 1.into(),
        ..sales_line::Model::default()
    };
    let (mut headers, mut lines) = (Vec::new(), Vec::new());
    for (kind, number) in gaps {
        let id = cx.random.id(cx.now);
        headers.push(header::posted(&document, id, (*kind, number), Totals::default(), cx));
        let of = Of { document: id, number, is_order: document.document_type == DocumentType::Order };
        lines.push(line::posted(cx.random.id(cx.now), of, &text, Quantity::ZERO, line::Amounts::default()));
    }
    search::keep::<posted::header::Entity>(tx, &headers).await?;
    tx.changed::<posted::header::Entity>(&headers.iter().map(|header| header.id).collect::<Vec<_>>()).await?;
    insert_many(tx, headers.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, lines.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(())
}
