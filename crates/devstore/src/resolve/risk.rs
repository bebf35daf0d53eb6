use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};
use super::small::NamedObject;
use crate::store::risk::{RiskAssessment, RiskFact};

/// `OrderRiskSummary`.
pub(super) struct RiskSummary<'o>(pub &'o [RiskAssessment]);

impl ObjectValue for RiskSummary<'_> {
    fn type_name(&self) -> &str {
        "OrderRiskSummary"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "assessments" => Ok(ResolvedValue::list(
                self.0.iter().map(|assessment| ResolvedValue::object(AssessmentObject(assessment.clone()))),
            )),
            "recommendation" => leaf::text(recommendation(self.0)),
            _ => not_served(self, info),
        }
    }
}

/// What the worst of the assessments suggests.
fn recommendation(assessments: &[RiskAssessment]) -> &'static str {
    let any = |level: &str| assessments.iter().any(|assessment| assessment.level == level);
    if any("HIGH") {
        "CANCEL"
    } else if any("MEDIUM") {
        "INVESTIGATE"
    } else if any("LOW") {
        "ACCEPT"
    } else {
        "NONE"
    }
}

/// `OrderRiskAssessment`.
pub(super) struct AssessmentObject(pub RiskAssessment);

impl ObjectValue for AssessmentObject {
    fn type_name(&self) -> &str {
        "OrderRiskAssessment"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "riskLevel" => leaf::text(&self.0.level),
            "facts" => Ok(ResolvedValue::list(self.0.facts.iter().map(|fact| ResolvedValue::object(Fact(fact))))),
            "provider" => {
                let app =
                    NamedObject { type_name: "App", kind: "App", id: 512_345_678_902, name: "Devstore".to_owned() };
                Ok(ResolvedValue::object(app))
            }
            _ => not_served(self, info),
        }
    }
}

/// `RiskFact`.
struct Fact<'a>(&'a RiskFact);

impl ObjectValue for Fact<'_> {
    fn type_name(&self) -> &str {
        "RiskFact"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "description" => leaf::text(&self.0.description),
            "sentiment" => leaf::text(&self.0.sentiment),
            _ => not_served(self, info),
        }
    }
}
