use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;

use super::enter::lock;
use super::{batch, line, template};
use crate::posting::{Journal, Movement, Setup, post_movements};
use crate::sales::{Context, Source};
use crate::{Error, Result, number_series};

/// What a journal has become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedJournal {
    /// The number of the transaction.
    pub transaction_number: i64,
    /// How many lines it had.
    pub lines: usize,
}

/// Posts a journal, all of it or nothing, and empties it.
///
/// # Errors
/// [`Error::NotPosted`] with all that is wrong with any of its lines; [`Error::Unknown`]; those of a number series.
pub async fn post(tx: &Tx, setup: &Setup, batch: Uuid, cx: &Context) -> Result<PostedJournal> {
    let batch = lock(tx, batch).await?;
    let of_name = template::Column::Name.eq(batch.template_name.clone());
    let template = template::Entity::find().filter(of_name).one(tx).await?;
    let unknown = || Error::Unknown { kind: "journal template", code: batch.template_name.to_string() };
    let template = template.ok_or_else(unknown)?;
    let mut lines = line::Entity::find()
        .filter(line::Column::BatchId.eq(batch.id))
        .order_by_asc(line::Column::LineNumber)
        .all(tx)
        .await?;
    if lines.is_empty() {
        return Err(Error::NoLines);
    }
    number(tx, &batch, &mut lines).await?;
    let movements: Vec<_> = lines.iter().map(movement).collect();
    let journal = Journal {
        name: format!("the journal {} {}", batch.template_name, batch.name),
        source_code: template.source_code,
        leaves_out_posted: false,
    };
    let posted = post_movements(tx, setup, &journal, movements, cx).await?;
    line::Entity::delete_many().filter(line::Column::BatchId.eq(batch.id)).exec(tx).await?;
    tx.changed::<line::Entity>(&lines.iter().map(|line| line.id).collect::<Vec<_>>()).await?;
    let transaction_number = posted.map(|(number, _)| number).ok_or(Error::NoLines)?;
    Ok(PostedJournal { transaction_number, lines: lines.len() })
}

/// Gives lines without a number the next ones: each its own, and those that balance each other the same.
async fn number(tx: &Tx, batch: &batch::Model, lines: &mut [line::Model]) -> Result<()> {
    let Some(date) = lines.iter().find(|line| line.document_number.is_blank()).map(|line| line.posting_date) else {
        return Ok(());
    };
    let series = batch.number_series.non_blank().ok_or(Error::NoNumberSeries("the lines of the journal"))?;
    let is_alone = |line: &line::Model| line.document_number.is_blank() && !line.balancing_account_number.is_blank();
    let is_together = |line: &line::Model| line.document_number.is_blank() && line.balancing_account_number.is_blank();
    let alone = lines.iter().filter(|line| is_alone(line)).count();
    let together = usize::from(lines.iter().any(is_together));
    let mut drawn = number_series::lock(tx, series).await?.draw(tx, date, alone + together).await?.into_iter();
    let shared = if together > 0 { drawn.next() } else { None }.unwrap_or_default();
    for line in lines {
        if is_together(line) {
            line.document_number = shared.clone();
        } else if is_alone(line) {
            line.document_number = drawn.next().unwrap_or_default();
        }
    }
    Ok(())
}

fn movement(line: &line::Model) -> Movement {
    let named = |number: &Code<20>| number.non_blank().is_some();
    let balancing = (line.balancing_account_type, line.balancing_account_number.clone());
    let applies_to = (line.applies_to_document_type, line.applies_to_document_number.clone());
    let source = line.source_kind.clone().zip(line.source_id.clone());
    Movement {
        line: Some(line.line_number),
        posting_date: line.posting_date,
        document_type: line.document_type,
        document_number: line.document_number.clone(),
        external_document_number: line.external_document_number.clone(),
        description: line.description.clone(),
        account: (line.account_type, line.account_number.clone()),
        balancing: named(&line.balancing_account_number).then_some(balancing),
        amount: line.amount,
        currency_code: line.currency_code.clone(),
        payment_method_code: line.payment_method_code.clone(),
        applies_to: named(&line.applies_to_document_number).then_some(applies_to),
        source: source.map(|(kind, id)| Source { kind, id, number: line.source_number.clone() }),
    }
}
