use job_queue::Summary;

use super::result::PostingOutcome;

/// As many documents are named in one sentence.
const NAMED: usize = 20;

/// What became of the documents of a run.
#[derive(Debug, Default)]
pub(super) struct Tally {
    summary: Summary,
    names: Vec<String>,
    /// The documents that were not posted, each with its cause and remedy.
    pub(super) lines: Vec<String>,
}

impl Tally {
    /// One was posted.
    pub(super) fn posted(&mut self) {
        self.summary.created += 1;
    }

    /// One was gone when its turn came, or was taken out.
    pub(super) fn gone(&mut self) {
        self.summary.unchanged += 1;
    }

    /// One was not posted.
    pub(super) fn kept_back(&mut self, document: String, result: PostingOutcome, cause: &str) {
        match result {
            PostingOutcome::Skipped => self.summary.skipped += 1,
            PostingOutcome::Failed | PostingOutcome::Posted => self.summary.failed += 1,
        }
        self.lines.push(format!("{document}: {cause}"));
        self.names.push(document);
    }

    /// In numbers; what was posted counts as created.
    pub(super) fn summary(&self) -> Summary {
        self.summary
    }

    /// How many have had their turn.
    pub(super) fn done(&self) -> u64 {
        self.summary.created + self.summary.unchanged + self.summary.skipped + self.summary.failed
    }

    /// Names what was not posted; nothing when everything was.
    pub(super) fn sentence(&self) -> Option<String> {
        if self.names.is_empty() {
            return None;
        }
        let named = self.names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = match self.names.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let (kept_back, all) = (self.names.len(), self.done());
        Some(format!("{kept_back} of {all} documents could not be posted: {named}{more}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_posted_is_named_and_many_are_counted() {
        let mut tally = Tally::default();
        tally.posted();
        assert_eq!(tally.sentence(), None);
        for at in 1..=22 {
            tally.kept_back(format!("sales order {at}"), PostingOutcome::Failed, "no");
        }
        let sentence = tally.sentence().unwrap();
        assert!(sentence.starts_with("22 of 23 documents could not be posted: sales order 1, sales order 2, "));
        assert!(sentence.ends_with(", sales order 20 and 2 more"), "{sentence}");
        assert_eq!(tally.lines.first().map(String::as_str), Some("sales order 1: no"));
    }
}
