use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::draft::Draft;

const fn field(name: &'static str, kind: Kind, get: fn(&Draft) -> Found<'_>) -> Field<Draft> {
    Field { name, kind, get }
}

/// What `draftOrders` may be searched by.
pub(crate) static DRAFTS: Searchable<Draft> = Searchable {
    fields: &[
        field("created_at", Kind::Time, |draft| Found::Time(draft.created_at)),
        field("updated_at", Kind::Time, |draft| Found::Time(draft.updated_at)),
        field("id", Kind::Id, |draft| Found::Id(draft.id)),
        field("customer_id", Kind::Id, |draft| draft.offer.order.customer_id.map_or(Found::Nothing, Found::Id)),
        field("source", Kind::Text, |draft| Found::optional(draft.offer.order.source_name.as_deref())),
        field("status", Kind::Text, |draft| Found::text(draft.status())),
        field("tag", Kind::Text, |draft| Found::texts(draft.offer.order.tags.iter().map(String::as_str))),
    ],
    words: |draft| {
        let (name, order) = (draft.name(), &draft.offer.order);
        let short = name.trim_start_matches('#').to_owned();
        let texts = [order.email.as_deref(), order.note.as_deref()];
        let lines = order.lines.iter().map(|line| line.title.as_str());
        let texts = texts.into_iter().flatten().chain(lines).map(Into::into);
        Found::Texts([name.into(), short.into()].into_iter().chain(texts).collect())
    },
};
