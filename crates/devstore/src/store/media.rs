use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::State;
use super::product::Product;
use crate::picture::{Picture, Unfit};

/// A picture among the files of a store. It is worked on for a while after it came, and then it is ready, or is none.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Media {
    pub id: u64,
    pub image_id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub alt: Option<String>,
    pub file_name: String,
    /// The address that it was taken from.
    pub source: String,
    /// When the work on it ends.
    pub done_at: DateTime<Utc>,
    /// What comes of it then.
    pub outcome: Result<Picture, Unfit>,
}

impl Media {
    /// `MediaStatus`, which is `FileStatus` as well.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> &'static str {
        let begun = self.updated_at + (self.done_at - self.updated_at) / 2;
        match &self.outcome {
            _ if now < begun => "UPLOADED",
            _ if now < self.done_at => "PROCESSING",
            Ok(_) => "READY",
            Err(_) => "FAILED",
        }
    }

    /// The picture, once it is ready.
    pub(crate) fn picture(&self, now: DateTime<Utc>) -> Option<&Picture> {
        self.outcome.as_ref().ok().filter(|_| now >= self.done_at)
    }

    /// Why it is none, once that is found out.
    pub(crate) fn unfit(&self, now: DateTime<Utc>) -> Option<&Unfit> {
        self.outcome.as_ref().err().filter(|_| now >= self.done_at)
    }
}

impl State {
    pub(crate) fn put_media(&mut self, media: Media) -> Arc<Media> {
        let media = Arc::new(media);
        self.media.insert(media.id, Arc::clone(&media));
        media
    }

    /// The products that this picture is of.
    pub(crate) fn products_showing(&self, media: u64) -> Vec<Arc<Product>> {
        self.products.values().filter(|product| product.media.contains(&media)).cloned().collect()
    }
}
