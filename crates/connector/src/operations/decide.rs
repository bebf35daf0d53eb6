//! What is done now about a change that is not finished. Pure.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Model, State};

/// A change whose answer is lost is looked for after this time: it may still be under way until then.
pub const LOOK_AFTER: TimeDelta = TimeDelta::seconds(60);
/// For this time a store surely knows a key. It is said to keep it for a day.
pub const KEY_IS_KNOWN_FOR: TimeDelta = TimeDelta::hours(20);

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// It is sent, for the first time or with the key that the store knows.
    Send,
    /// One looks whether it was made.
    Look,
    /// One looks then.
    LookAt(DateTime<Utc>),
    /// A person is to say.
    Nothing,
}

pub(super) fn decide(operation: &Model, now: DateTime<Utc>) -> Step {
    let look = match operation.sent_at.map(|sent| sent + LOOK_AFTER) {
        Some(at) if now < at => Step::LookAt(at),
        _ => Step::Look,
    };
    match operation.state {
        State::Open => Step::Send,
        State::Sent if operation.has_key => {
            let is_known = operation.first_sent_at.is_none_or(|first| now - first < KEY_IS_KNOWN_FOR);
            if is_known { Step::Send } else { look }
        }
        State::Sent => look,
        State::Done | State::Failed | State::ForAPerson => Step::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn operation(state: State, has_key: bool) -> Model {
        let sent = (state != State::Open).then_some(DateTime::UNIX_EPOCH);
        Model {
            id: uuid::Uuid::nil(),
            shop_code: values::Code::cut("DEMO"),
            operation: "OrderMarkAsPaid".into(),
            description: "Mark as Paid".into(),
            subject: "gid://shopify/Order/1".into(),
            document_name: "#1001".into(),
            state,
            attempts: 1,
            message: String::new(),
            created_at: DateTime::UNIX_EPOCH,
            first_sent_at: sent,
            sent_at: sent,
            finished_at: None,
            job_queue_log_entry_id: uuid::Uuid::nil(),
            variables: "{}".into(),
            cost: 10,
            has_key,
        }
    }

    #[rstest]
    #[case::open(State::Open, false, 0, Step::Send)]
    #[case::just_sent(State::Sent, false, 59, Step::LookAt(DateTime::UNIX_EPOCH + LOOK_AFTER))]
    #[case::sent_a_minute_ago(State::Sent, false, 60, Step::Look)]
    #[case::with_a_key(State::Sent, true, 0, Step::Send)]
    #[case::with_a_key_that_is_known(State::Sent, true, 20 * 3600 - 1, Step::Send)]
    #[case::with_a_key_that_may_be_forgotten(State::Sent, true, 20 * 3600, Step::Look)]
    #[case::for_a_person(State::ForAPerson, false, 99_999, Step::Nothing)]
    #[case::done(State::Done, true, 0, Step::Nothing)]
    fn what_is_done_depends_on_what_is_known(
        #[case] state: State,
        #[case] has_key: bool,
        #[case] seconds: i64,
        #[case] step: Step,
    ) {
        let now = DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds);
        assert_eq!(decide(&operation(state, has_key), now), step);
    }
}
