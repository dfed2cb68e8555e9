package org.entente.events;

/** The names of all event types; the second part of a name is the service that speaks. */
public final class EventTypes {
    public static final String ASSET_REGISTERED = "org.entente.catalog.asset.registered.v1";
    public static final String ASSET_SUPERSEDED = "org.entente.catalog.asset.superseded.v1";
    public static final String ASSET_WITHDRAWN = "org.entente.catalog.asset.withdrawn.v1";
    public static final String SEARCH_SHOWN = "org.entente.catalog.search.shown.v1";
    public static final String KEY_ROTATION_STARTED = "org.entente.catalog.key-rotation.started.v1";
    public static final String KEY_ROTATION_ENDED = "org.entente.catalog.key-rotation.ended.v1";
    public static final String INFORMATION_POLICY_PUBLISHED = "org.entente.catalog.information-policy.published.v1";
    public static final String MARKING_POLICY_PUBLISHED = "org.entente.catalog.marking-policy.published.v1";
    public static final String VIEW_SERVED = "org.entente.catalog.view.served.v1";
    public static final String INTEGRITY_VIOLATED = "org.entente.catalog.integrity.violated.v1";
    public static final String OBJECTS_SERVED = "org.entente.catalog.objects.served.v1";
    public static final String OBJECT_WITHDRAWN = "org.entente.catalog.object.withdrawn.v1";
    public static final String CONTRIBUTION_RECEIVED = "org.entente.catalog.contribution.received.v1";
    public static final String FEEDBACK_GIVEN = "org.entente.catalog.feedback.given.v1";
    public static final String MATCH_FOUND = "org.entente.catalog.match.found.v1";
    public static final String MATCH_OFFERED = "org.entente.catalog.match.offered.v1";

    public static final String RELEASE_MADE = "org.entente.catalog.release.made.v1";
    public static final String RELEASE_HANDED_OVER = "org.entente.catalog.release.handed-over.v1";
    public static final String RELEASE_TRACED = "org.entente.catalog.release.traced.v1";
    public static final String DATA_ROOM_OPENED = "org.entente.catalog.data-room.opened.v1";
    public static final String DATA_ROOM_CHANGED = "org.entente.catalog.data-room.changed.v1";
    public static final String DATA_ROOM_CLOSED = "org.entente.catalog.data-room.closed.v1";
    public static final String DATA_ROOM_ENTERED = "org.entente.catalog.data-room.entered.v1";
    public static final String DATA_ROOM_LEFT = "org.entente.catalog.data-room.left.v1";
    public static final String DATA_ROOM_PAGE_SERVED = "org.entente.catalog.data-room.page-served.v1";
    public static final String STANDARD_PUBLISHED = "org.entente.catalog.standard.published.v1";
    public static final String BOARD_CONSTITUTED = "org.entente.catalog.board.constituted.v1";
    public static final String BOARD_CONSENTED = "org.entente.catalog.board.consented.v1";
    public static final String BOARD_PROPOSED = "org.entente.catalog.board.proposed.v1";
    public static final String BOARD_VOTED = "org.entente.catalog.board.voted.v1";
    public static final String BOARD_DECIDED = "org.entente.catalog.board.decided.v1";
    public static final String BOARD_CONSTITUTION_PROPOSED = "org.entente.catalog.board.constitution-proposed.v1";
    public static final String MASKING_POLICY_PROPOSED = "org.entente.catalog.masking-policy.proposed.v1";
    public static final String MASKING_POLICY_DECIDED = "org.entente.catalog.masking-policy.decided.v1";
    public static final String TEARLINE_GUIDED = "org.entente.catalog.tearline.guided.v1";
    public static final String TEARLINE_DRAFTED = "org.entente.catalog.tearline.drafted.v1";
    public static final String TEARLINE_PREVIEWED = "org.entente.catalog.tearline.previewed.v1";
    public static final String TEARLINE_DECIDED = "org.entente.catalog.tearline.decided.v1";
    public static final String REMARKING_PROPOSED = "org.entente.catalog.remarking.proposed.v1";
    public static final String REMARKING_DECIDED = "org.entente.catalog.remarking.decided.v1";
    public static final String DERIVATION_STATED = "org.entente.catalog.derivation.stated.v1";

    public static final String PARTNER_REGISTERED = "org.entente.access.partner.registered.v1";
    public static final String PARTNER_RENAMED = "org.entente.access.partner.renamed.v1";
    public static final String PARTNER_FILE_CHANGED = "org.entente.access.partner.file-changed.v1";
    public static final String PARTNER_ASSESSED = "org.entente.access.partner.assessed.v1";
    public static final String POSTURE_CHANGED = "org.entente.access.partner.posture-changed.v1";
    public static final String POSTURE_CAUSE_ADDED = "org.entente.access.partner.posture-cause-added.v1";
    public static final String POSTURE_CAUSE_LIFTED = "org.entente.access.partner.posture-cause-lifted.v1";
    public static final String RESTORATION_PROPOSED = "org.entente.access.partner.restoration-proposed.v1";
    public static final String RESTORATION_APPROVED = "org.entente.access.partner.restoration-approved.v1";
    public static final String RESTORATION_WITHDRAWN = "org.entente.access.partner.restoration-withdrawn.v1";
    public static final String COMPROMISE_REPORTED = "org.entente.access.compromise.reported.v1";
    public static final String SANCTION_APPLIED = "org.entente.access.sanction.applied.v1";
    public static final String OFFICER_KEY_REGISTERED = "org.entente.access.officer-key.registered.v1";
    public static final String OFFICER_KEY_VOUCHED = "org.entente.access.officer-key.vouched.v1";
    public static final String OFFICER_KEY_REVOKED = "org.entente.access.officer-key.revoked.v1";
    public static final String AGREEMENT_DRAFTED = "org.entente.access.agreement.drafted.v1";
    public static final String AGREEMENT_PROPOSED = "org.entente.access.agreement.proposed.v1";
    public static final String AGREEMENT_COUNTERED = "org.entente.access.agreement.countered.v1";
    public static final String AGREEMENT_CONSENTED = "org.entente.access.agreement.consented.v1";
    public static final String AGREEMENT_CONSENT_WITHDRAWN = "org.entente.access.agreement.consent-withdrawn.v1";
    public static final String AGREEMENT_IN_FORCE = "org.entente.access.agreement.in-force.v1";
    public static final String AGREEMENT_SUSPENDED = "org.entente.access.agreement.suspended.v1";
    public static final String AGREEMENT_RESUMPTION_AGREED = "org.entente.access.agreement.resumption-agreed.v1";
    public static final String AGREEMENT_RESUMED = "org.entente.access.agreement.resumed.v1";
    public static final String AMENDMENT_PROPOSED = "org.entente.access.agreement.amendment-proposed.v1";
    public static final String AMENDMENT_DROPPED = "org.entente.access.agreement.amendment-dropped.v1";
    public static final String AGREEMENT_AMENDED = "org.entente.access.agreement.amended.v1";
    public static final String AGREEMENT_ENDED = "org.entente.access.agreement.ended.v1";
    public static final String GRANT_ISSUED = "org.entente.access.grant.issued.v1";
    public static final String GRANT_WITHDRAWN = "org.entente.access.grant.withdrawn.v1";
    public static final String GRANT_NARROWED = "org.entente.access.grant.narrowed.v1";
    public static final String GRANT_REVIEW_SET = "org.entente.access.grant.review-set.v1";
    public static final String TOPIC_CHANGED = "org.entente.access.topic.changed.v1";
    public static final String ABSENCE_STATED = "org.entente.access.absence.stated.v1";
    public static final String ABSENCE_ENDED = "org.entente.access.absence.ended.v1";
    public static final String ROUTING_PUBLISHED = "org.entente.access.routing.published.v1";
    public static final String REQUEST_SUBMITTED = "org.entente.access.request.submitted.v1";
    public static final String REQUEST_ROUTED = "org.entente.access.request.routed.v1";
    public static final String REQUEST_CLARIFICATION_ASKED = "org.entente.access.request.clarification-asked.v1";
    public static final String REQUEST_CLARIFIED = "org.entente.access.request.clarified.v1";
    public static final String REQUEST_APPROVED = "org.entente.access.request.approved.v1";
    public static final String REQUEST_REFUSED = "org.entente.access.request.refused.v1";
    public static final String REQUEST_WITHDRAWN = "org.entente.access.request.withdrawn.v1";
    public static final String REQUEST_LAPSED = "org.entente.access.request.lapsed.v1";
    public static final String REQUEST_ESCALATED = "org.entente.access.request.escalated.v1";
    public static final String REVIEW_SCHEDULED = "org.entente.access.review.scheduled.v1";
    public static final String REVIEW_OPENED = "org.entente.access.review.opened.v1";
    public static final String REVIEW_DECIDED = "org.entente.access.review.decided.v1";
    public static final String REVIEW_REMINDED = "org.entente.access.review.reminded.v1";
    public static final String REVIEW_ESCALATED = "org.entente.access.review.escalated.v1";
    public static final String REVIEW_CLOSED = "org.entente.access.review.closed.v1";
    public static final String MESSAGE_DRAFTED = "org.entente.access.message.drafted.v1";
    public static final String MESSAGE_SUBMITTED = "org.entente.access.message.submitted.v1";
    public static final String MESSAGE_CHECKED = "org.entente.access.message.checked.v1";
    public static final String MESSAGE_OVERRULED = "org.entente.access.message.overruled.v1";
    public static final String MESSAGE_APPROVED = "org.entente.access.message.approved.v1";
    public static final String MESSAGE_SENT = "org.entente.access.message.sent.v1";
    public static final String MESSAGE_ACKNOWLEDGED = "org.entente.access.message.acknowledged.v1";
    public static final String MESSAGE_DISCARDED = "org.entente.access.message.discarded.v1";
    public static final String HOUSE_RULES_PROPOSED = "org.entente.access.house-rules.proposed.v1";
    public static final String HOUSE_RULES_APPROVED = "org.entente.access.house-rules.approved.v1";
    public static final String HOUSE_RULES_WITHDRAWN = "org.entente.access.house-rules.withdrawn.v1";
    public static final String DECISION_MADE = "org.entente.access.decision.made.v1";
    public static final String DISCLOSURE_RECORDED = "org.entente.access.disclosure.recorded.v1";
    public static final String DECISION_REPLAYED = "org.entente.access.decision.replayed.v1";
    public static final String SIMULATION_STARTED = "org.entente.access.simulation.started.v1";

    /** What was decided on a copy of policy, in an exercise; no decision of it is ever answered to anybody. */
    public static final String EXERCISE_DECIDED = "org.entente.access.exercise.decided.v1";

    public static final String ANOMALY_DETECTED = "org.entente.audit.anomaly.detected.v1";
    public static final String ANOMALY_DETECTED_AT_HOME = "org.entente.audit.anomaly.detected-at-home.v1";
    public static final String ANOMALY_DISMISSED = "org.entente.audit.anomaly.dismissed.v1";
    public static final String ANOMALY_DISMISSED_AT_HOME = "org.entente.audit.anomaly.dismissed-at-home.v1";
    public static final String AUDIT_RECORDS_READ = "org.entente.audit.records.read.v1";
    public static final String BREACH_CONFIRMED = "org.entente.audit.breach.confirmed.v1";
    public static final String BREACH_CONFIRMED_AT_HOME = "org.entente.audit.breach.confirmed-at-home.v1";
    public static final String INVESTIGATION_OPENED = "org.entente.audit.investigation.opened.v1";
    public static final String INVESTIGATION_CHANGED = "org.entente.audit.investigation.changed.v1";
    public static final String NOTIFICATION_SENT = "org.entente.audit.notification.sent.v1";
    public static final String NOTIFICATION_ACKNOWLEDGED = "org.entente.audit.notification.acknowledged.v1";
    public static final String STATEMENT_PUBLISHED = "org.entente.audit.statement.published.v1";
    public static final String ATTESTATION_ISSUED = "org.entente.access.attestation.issued.v1";
    public static final String ATTESTATION_REVOKED = "org.entente.access.attestation.revoked.v1";
    public static final String AUTHORITY_PROPOSED = "org.entente.access.attestation.authority-proposed.v1";
    public static final String AUTHORITY_CONFIRMED = "org.entente.access.attestation.authority-confirmed.v1";
    public static final String AUTHORITY_WITHDRAWN = "org.entente.access.attestation.authority-withdrawn.v1";
    public static final String CONSENT_ASKED = "org.entente.access.consent.asked.v1";
    public static final String CONSENT_GIVEN = "org.entente.access.consent.given.v1";
    public static final String CONSENT_REFUSED = "org.entente.access.consent.refused.v1";
    public static final String CONSENT_WITHDRAWN = "org.entente.access.consent.withdrawn.v1";
    public static final String REPRESENTATIVE_PROPOSED = "org.entente.access.consent.representative-proposed.v1";
    public static final String REPRESENTATIVE_CONFIRMED = "org.entente.access.consent.representative-confirmed.v1";
    public static final String REPRESENTATIVE_WITHDRAWN = "org.entente.access.consent.representative-withdrawn.v1";
    public static final String LICENCE_PROPOSED = "org.entente.access.licence.proposed.v1";
    public static final String LICENCE_CONFIRMED = "org.entente.access.licence.confirmed.v1";
    public static final String LICENCE_WITHDRAWN = "org.entente.access.licence.withdrawn.v1";
    /** Nine tenths of its quantity are used; announced by the database, where it is counted. */
    public static final String LICENCE_NEARLY_EXHAUSTED = "org.entente.access.licence.nearly-exhausted.v1";
    /** Nothing is left of it; announced by the database, where it is counted. */
    public static final String LICENCE_EXHAUSTED = "org.entente.access.licence.exhausted.v1";

    public static final String PLAN_PROPOSED = "org.entente.crisis.plan.proposed.v1";
    public static final String PLAN_CONSENTED = "org.entente.crisis.plan.consented.v1";
    public static final String PLAN_AGREED = "org.entente.crisis.plan.agreed.v1";
    public static final String PLAN_WITHDRAWN = "org.entente.crisis.plan.withdrawn.v1";
    public static final String SIGNAL_REPORTED = "org.entente.crisis.signal.reported.v1";
    public static final String ACTIVATION_REQUESTED = "org.entente.crisis.activation.requested.v1";
    public static final String ACTIVATION_STARTED = "org.entente.crisis.activation.started.v1";
    public static final String ACTIVATION_ENDED = "org.entente.crisis.activation.ended.v1";

    public static final String CONTENT_ERASED = "org.entente.audit.content.erased.v1";
    public static final String LOG_ALARM_RAISED = "org.entente.audit.log.alarm-raised.v1";
    public static final String LOG_KEY_HANDED_OVER = "org.entente.audit.log-key.handed-over.v1";
    public static final String RETENTION_CHANGED = "org.entente.audit.retention.changed.v1";
    public static final String DEGRADATION_STARTED = "org.entente.crisis.degradation.started.v1";
    public static final String DEGRADATION_REVERSED = "org.entente.crisis.degradation.reversed.v1";
    public static final String LADDER_PUBLISHED = "org.entente.crisis.ladder.published.v1";
    public static final String ESCALATION_OPENED = "org.entente.crisis.escalation.opened.v1";
    public static final String ESCALATION_REMINDED = "org.entente.crisis.escalation.reminded.v1";
    public static final String ESCALATION_ASCENDED = "org.entente.crisis.escalation.ascended.v1";
    public static final String ESCALATION_ACKNOWLEDGED = "org.entente.crisis.escalation.acknowledged.v1";
    public static final String ESCALATION_HANDED_OVER = "org.entente.crisis.escalation.handed-over.v1";
    public static final String ESCALATION_UNANSWERED = "org.entente.crisis.escalation.unanswered.v1";
    public static final String ESCALATION_RESOLVED = "org.entente.crisis.escalation.resolved.v1";
    public static final String NOTICE_FAILED = "org.entente.crisis.notice.failed.v1";
    public static final String BOARD_MESSAGE_POSTED = "org.entente.crisis.board-message.posted.v1";
    public static final String REVIEW_OF_CRISIS_OPENED = "org.entente.crisis.review.opened.v1";
    public static final String REVIEW_OF_CRISIS_OVERDUE = "org.entente.crisis.review.overdue.v1";
    public static final String REVIEW_FINDING_MADE = "org.entente.crisis.review.finding-made.v1";
    public static final String REVIEW_CONCLUDED = "org.entente.crisis.review.concluded.v1";
    public static final String RECOMMENDATION_DRAFTED = "org.entente.crisis.recommendation.drafted.v1";
    public static final String RECOMMENDATION_DECIDED = "org.entente.crisis.recommendation.decided.v1";
    public static final String SUMMARY_PROPOSED = "org.entente.crisis.review.summary-proposed.v1";
    public static final String SUMMARY_PUBLISHED = "org.entente.crisis.review.summary-published.v1";
    public static final String SUMMARY_REJECTED = "org.entente.crisis.review.summary-rejected.v1";
    public static final String EXERCISE_DRAFTED = "org.entente.crisis.exercise.drafted.v1";
    public static final String EXERCISE_ACCEPTED = "org.entente.crisis.exercise.accepted.v1";
    public static final String EXERCISE_STARTED = "org.entente.crisis.exercise.started.v1";
    public static final String EXERCISE_INJECTED = "org.entente.crisis.exercise.injected.v1";
    public static final String EXERCISE_REACTED = "org.entente.crisis.exercise.reacted.v1";
    public static final String EXERCISE_STOPPED = "org.entente.crisis.exercise.stopped.v1";
    public static final String EXERCISE_SCORED = "org.entente.crisis.exercise.scored.v1";
    public static final String EXERCISE_COMPLETED = "org.entente.crisis.exercise.completed.v1";

    private EventTypes() {}

    /** The source of events of a type: {@code org.entente.crisis.plan.agreed.v1} comes from {@code /crisis}. */
    static String sourceOf(String type) {
        return "/" + type.split("\\.", 4)[2];
    }
}
