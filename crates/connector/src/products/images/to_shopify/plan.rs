//! What is done about the picture of a product or a variant. Pure.

use super::collect::Wanted;
use crate::products::images::entity::{State, Way};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// There is no picture, and there was none.
    Nothing,
    /// It shows what it is to show.
    Unchanged,
    /// The picture was taken away here: Shopify keeps what it has.
    Forget,
    /// An earlier one is under way.
    UnderWay,
    /// It was refused, and nobody has said that it is to be tried again.
    Refused,
    /// It is sent.
    Send(Way),
}

/// What is done about `wanted`, of which a person was told or not that it was refused.
pub(super) fn plan(wanted: &Wanted, is_told: bool) -> Step {
    let row = wanted.row.as_ref();
    if row.is_some_and(|row| row.is_under_way()) {
        return Step::UnderWay;
    }
    let digest = row.map(|row| row.digest.as_str()).unwrap_or_default();
    let Some(picture) = &wanted.picture else {
        return if digest.is_empty() { Step::Nothing } else { Step::Forget };
    };
    match row {
        Some(row) if row.state == State::Failed && row.wanted == picture.digest && is_told => Step::Refused,
        _ if digest == picture.digest => Step::Unchanged,
        _ if wanted.media_id == 0 || wanted.is_shared => Step::Send(Way::Add),
        _ => Step::Send(Way::Replace),
    }
}

#[cfg(test)]
mod tests {
    use back_office::items::picture;
    use chrono::DateTime;
    use rstest::rstest;
    use uuid::Uuid;
    use values::Code;

    use super::*;
    use crate::products::images::entity::Model;

    fn picture(digest: &str) -> picture::Model {
        picture::Model {
            id: Uuid::nil(),
            item_number: Code::cut("1000"),
            variant_code: Code::blank(),
            position: 1,
            file_name: String::new(),
            content_type: "image/png".into(),
            size: 1,
            digest: digest.into(),
            added_at: DateTime::UNIX_EPOCH,
        }
    }

    fn row(state: State, digest: &str, wanted: &str) -> Model {
        let row = Model::unknown(Uuid::nil(), Code::cut("DEMO"), 1, 0, String::new());
        Model { state, digest: digest.into(), wanted: wanted.into(), ..row }
    }

    #[rstest]
    #[case::nothing(None, None, 0, false, Step::Nothing)]
    #[case::new(Some("a"), None, 0, false, Step::Send(Way::Add))]
    #[case::of_the_store(Some("a"), None, 7, false, Step::Send(Way::Replace))]
    #[case::unchanged(Some("a"), Some((State::Shown, "a", "")), 7, false, Step::Unchanged)]
    #[case::another(Some("b"), Some((State::Shown, "a", "")), 7, false, Step::Send(Way::Replace))]
    #[case::taken_away(None, Some((State::Shown, "a", "")), 7, false, Step::Forget)]
    #[case::sent(Some("b"), Some((State::Sent, "", "a")), 0, false, Step::UnderWay)]
    #[case::refused(Some("a"), Some((State::Failed, "", "a")), 0, true, Step::Refused)]
    #[case::to_be_tried_again(Some("a"), Some((State::Failed, "", "a")), 0, false, Step::Send(Way::Add))]
    #[case::another_after_a_refusal(Some("b"), Some((State::Failed, "", "a")), 0, true, Step::Send(Way::Add))]
    #[case::the_old_one_after_a_refusal(Some("a"), Some((State::Failed, "a", "b")), 7, true, Step::Unchanged)]
    fn what_is_done_depends_on_what_is_shown(
        #[case] of_item: Option<&str>,
        #[case] known: Option<(State, &str, &str)>,
        #[case] media_id: i64,
        #[case] is_told: bool,
        #[case] step: Step,
    ) {
        let wanted = Wanted {
            product: 1,
            variant: 0,
            name: String::new(),
            media_id,
            is_shared: false,
            picture: of_item.map(picture),
            row: known.map(|(state, digest, wanted)| row(state, digest, wanted)),
        };
        assert_eq!(plan(&wanted, is_told), step);
        if step == Step::Send(Way::Replace) {
            let shared = Wanted { is_shared: true, ..wanted };
            assert_eq!(plan(&shared, is_told), Step::Send(Way::Add), "others keep what they show");
        }
    }
}
