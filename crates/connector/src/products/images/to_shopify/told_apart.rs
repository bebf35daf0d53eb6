//! Which of the pictures that a product was given is which of those that were sent. Pure.

use std::collections::HashMap;

use shopify::documents::media::{Named, Stage};

use super::upload::file_name;
use crate::products::images::entity::{Model, State, gid};

/// What has become of pictures that were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct ToldApart {
    /// The product has them.
    pub found: Vec<Model>,
    /// It does not.
    pub absent: Vec<Model>,
    /// Shopify is still at something that may be they.
    pub waiting: Vec<Model>,
}

/// Tells the pictures of one product apart that nobody knows yet, the oldest first: each is named by the file that it was
/// made of, and that by what is in it. What Shopify failed to make a picture of has no name: it is taken for what is left, in
/// the order in which it was sent. As long as Shopify is at one it can't be told.
pub(super) fn told_apart(rows: Vec<Model>, since: &[i64], named: &HashMap<shopify::Id, Named>) -> ToldApart {
    let known = |media: &i64| named.get(&shopify::Id::from(gid("MediaImage", *media))).map(|named| (*media, named));
    let mut left: Vec<(i64, &Named)> = since.iter().filter_map(known).collect();
    let (mut told, mut rest) = (ToldApart::default(), Vec::new());
    for row in rows {
        let file = file_name(&row.wanted);
        match left.iter().position(|(_, one)| one.name.as_deref().is_some_and(|name| name.starts_with(&file))) {
            Some(place) => told.found.push(found(row, left.remove(place).0)),
            None => rest.push(row),
        }
    }
    left.retain(|(_, one)| one.name.is_none());
    if left.iter().any(|(_, one)| one.stage != Stage::Failed) {
        told.waiting = rest;
        return told;
    }
    let mut failed = left.into_iter();
    for row in rest {
        match failed.next() {
            Some((media, _)) => told.found.push(found(row, media)),
            None => told.absent.push(row),
        }
    }
    told
}

fn found(row: Model, media_id: i64) -> Model {
    Model { state: State::Processing, media_id, ..row }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use values::Code;

    use super::*;

    fn row(variant: i64, digest: char) -> Model {
        let wanted = digest.to_string().repeat(64);
        Model { wanted, ..Model::unknown(Uuid::nil(), Code::cut("DEMO"), 1, variant, String::new()) }
    }

    fn named(all: &[(i64, Stage, Option<&str>)]) -> HashMap<shopify::Id, Named> {
        let one = |(id, stage, name): &(i64, Stage, Option<&str>)| {
            let name = name.map(str::to_owned);
            (shopify::Id::from(gid("MediaImage", *id)), Named { stage: stage.clone(), name })
        };
        all.iter().map(one).collect()
    }

    fn ids(rows: &[Model]) -> Vec<(i64, i64)> {
        rows.iter().map(|row| (row.shopify_variant_id, row.media_id)).collect()
    }

    #[test]
    fn a_picture_is_known_by_its_file_whatever_the_order() {
        let (a, b) = ("aaaaaaaaaaaaaaaa.png", "bbbbbbbbbbbbbbbb_3f2a.png");
        let all = [(7, Stage::Ready, Some("merchant.png")), (8, Stage::Ready, Some(b)), (9, Stage::Ready, Some(a))];
        let told = told_apart(vec![row(1, 'a'), row(2, 'b'), row(3, 'c')], &[7, 8, 9], &named(&all));
        assert_eq!(ids(&told.found), [(1, 9), (2, 8)]);
        assert_eq!((ids(&told.absent), told.waiting.len()), (vec![(3, 0)], 0), "the merchant's own is left alone");
    }

    #[test]
    fn what_shopify_is_at_is_waited_for_and_what_it_failed_at_is_one_of_those_that_are_left() {
        let a = Some("aaaaaaaaaaaaaaaa.png");
        let at_it = named(&[(8, Stage::Ready, a), (9, Stage::Processing, None)]);
        let told = told_apart(vec![row(1, 'a'), row(2, 'b')], &[8, 9], &at_it);
        assert_eq!((ids(&told.found), ids(&told.waiting), told.absent.len()), (vec![(1, 8)], vec![(2, 0)], 0));
        let failed = named(&[(8, Stage::Ready, a), (9, Stage::Failed, None)]);
        let told = told_apart(vec![row(1, 'a'), row(2, 'b'), row(3, 'c')], &[8, 9], &failed);
        assert_eq!((ids(&told.found), ids(&told.absent)), (vec![(1, 8), (2, 9)], vec![(3, 0)]));
    }
}
