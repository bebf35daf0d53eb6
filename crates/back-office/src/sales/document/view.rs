use sea_orm::{ConnectionTrait, DbBackend, DbErr, EntityName, EntityTrait, IdenStatic, Iterable};
use sea_orm_migration::SchemaManager;

use super::{header, line};
use crate::customer_ledger;
use crate::general_ledger;
use crate::sales::{self, DocumentType, JobQueueStatus, header::Status, posted};

/// Whether a document takes an invoice back.
const CORRECTIVE: &str = "\"corrected_invoice_number\" <> ''";

/// Creates the views. A column that they do not make themselves has the same name in every table they are over.
pub(crate) async fn create_views(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let text = Text(manager.get_database_backend());
    let headers = [
        draft_headers(&text, DocumentType::Invoice, posted::Kind::Invoice),
        draft_headers(&text, DocumentType::CreditMemo, posted::Kind::CreditMemo),
        posted_headers(&text),
    ];
    let lines = [
        draft_lines(&text, DocumentType::Invoice, posted::Kind::Invoice),
        draft_lines(&text, DocumentType::CreditMemo, posted::Kind::CreditMemo),
        posted_lines(&text),
    ];
    create::<header::Entity>(manager, &headers).await?;
    create::<line::Entity>(manager, &lines).await
}

async fn create<E: EntityTrait + Default>(manager: &SchemaManager<'_>, arms: &[String]) -> Result<(), DbErr> {
    let view = format!("CREATE VIEW \"{}\" AS {}", E::default().table_name(), arms.join(" UNION ALL "));
    manager.get_connection().execute_unprepared(&view).await?;
    Ok(())
}

/// Texts in the form of the engine, compared as those of the tables are.
struct Text(DbBackend);

impl Text {
    fn of(&self, text: &str) -> String {
        match self.0 {
            DbBackend::Postgres => format!("'{text}'::text COLLATE \"C\""),
            _ => format!("'{text}'"),
        }
    }
}

/// The columns of the view `E`: each from `special`, or else as the table has it.
fn columns<E: EntityTrait>(table: &str, special: impl Fn(&str) -> Option<String>) -> String {
    let column = |column: E::Column| {
        let name = column.as_str();
        let from = special(name).unwrap_or_else(|| format!("\"{table}\".\"{name}\""));
        format!("{from} AS \"{name}\"")
    };
    E::Column::iter().map(column).collect::<Vec<_>>().join(", ")
}

fn draft_headers(text: &Text, of: DocumentType, kind: posted::Kind) -> String {
    let table = sales::header::Entity.table_name();
    let columns = columns::<header::Entity>(table, |name| match name {
        "document_type" => Some(text.of(kind.caption())),
        "order_number" | "pre_assigned_number" => Some(text.of("")),
        "status" => Some(format!(
            "CASE WHEN \"status\" = '{}' THEN {} ELSE {} END",
            Status::Open.caption(),
            text.of(super::Status::Draft.caption()),
            text.of(super::Status::Released.caption())
        )),
        "remaining_amount" | "source_delivery_id" => Some("CAST(0 AS bigint)".to_owned()),
        "corrective" => Some(CORRECTIVE.to_owned()),
        "canceled" => Some("1 = 0".to_owned()),
        "source_kind" | "source_id" => Some(format!("COALESCE(\"{name}\", {})", text.of(""))),
        _ => None,
    });
    format!("SELECT {columns} FROM \"{table}\" WHERE \"document_type\" = '{}'", of.caption())
}

fn posted_headers(text: &Text) -> String {
    let (table, ledger) = (posted::header::Entity.table_name(), customer_ledger::entry::Entity.table_name());
    let [shipment, credit_memo] = [posted::Kind::Shipment, posted::Kind::CreditMemo].map(|kind| kind.caption());
    let [of_invoice, of_credit_memo] =
        [general_ledger::DocumentType::Invoice, general_ledger::DocumentType::CreditMemo].map(|of| of.caption());
    // What a customer is owed stands in the ledger with a minus.
    let remaining = format!(
        "COALESCE((SELECT CASE WHEN \"{table}\".\"kind\" = '{credit_memo}' THEN -\"remaining_amount\" \
         ELSE \"remaining_amount\" END FROM \"{ledger}\" WHERE \"{ledger}\".\"document_number\" = \"{table}\".\"number\" \
         AND \"{ledger}\".\"document_type\" = CASE \"{table}\".\"kind\" WHEN '{credit_memo}' THEN '{of_credit_memo}' \
         WHEN '{shipment}' THEN '{shipment}' ELSE '{of_invoice}' END), 0)"
    );
    let columns = columns::<header::Entity>(table, |name| match name {
        "document_type" => Some(format!("\"{table}\".\"kind\"")),
        "status" => Some(format!(
            "CASE WHEN \"{table}\".\"kind\" = '{shipment}' THEN {} WHEN \"canceled\" THEN {} WHEN {CORRECTIVE} THEN {} \
             WHEN {remaining} <> 0 THEN {} ELSE {} END",
            text.of(super::Status::Blank.caption()),
            text.of(super::Status::Canceled.caption()),
            text.of(super::Status::Corrective.caption()),
            text.of(super::Status::Open.caption()),
            text.of(super::Status::Paid.caption())
        )),
        "job_queue_status" => Some(text.of(JobQueueStatus::None.caption())),
        "job_queue_entry_id" => Some("CAST(NULL AS uuid)".to_owned()),
        "customer_price_group" | "customer_discount_group" | "invoice_discount_code" => Some(text.of("")),
        "remaining_amount" => Some(remaining.clone()),
        "corrective" => Some(CORRECTIVE.to_owned()),
        _ => None,
    });
    format!("SELECT {columns} FROM \"{table}\"")
}

fn draft_lines(text: &Text, of: DocumentType, kind: posted::Kind) -> String {
    let table = sales::line::Entity.table_name();
    let columns = columns::<line::Entity>(table, |name| match name {
        "document_type" => Some(text.of(kind.caption())),
        "order_line_number" => Some("0".to_owned()),
        _ => None,
    });
    format!("SELECT {columns} FROM \"{table}\" WHERE \"document_type\" = '{}'", of.caption())
}

fn posted_lines(text: &Text) -> String {
    let (table, headers) = (posted::line::Entity.table_name(), posted::header::Entity.table_name());
    let columns = columns::<line::Entity>(table, |name| match name {
        "document_type" => Some(format!("\"{headers}\".\"kind\"")),
        "shipping_agent_code" | "shipping_agent_service_code" => Some(text.of("")),
        _ => None,
    });
    format!(
        "SELECT {columns} FROM \"{table}\" JOIN \"{headers}\" ON \"{headers}\".\"id\" = \"{table}\".\"document_id\""
    )
}
