package org.entente.access.desk;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What this service has to show. Texts of terms are cast only where they look like dates of our time: what never ends is
 * written otherwise.
 */
class Sections {
    private static final String FILTERED = """
            select href, coalesce(title, '') as title, partner, agency, state, at, late from entries
            where ($1::text is null or partner = $1) and ($2::text is null or agency = $2)
                and ($3::double precision is not null)
            order by late desc, at nulls last, href limit $4""";

    private static final String ENDS = """
            case when terms::json ->> 'until' ~ '^[0-9]{4}-' then (terms::json ->> 'until')::timestamptz end""";

    private static final String OFFERED = "with entries as ("
            + "select '/access/grants/' || id as href,"
            + " 'tier ' || (terms::json ->> 'tier') || ': ' || (select string_agg(category, ', ')"
            + " from json_array_elements_text(terms::json -> 'categories') as category) as title,"
            + " partner, null::text as agency, 'live' as state, " + ENDS + " as at, false as late"
            + " from partner_grant where state = 'LIVE' and " + ENDS + " > clock_timestamp()) " + FILTERED;

    private static final String REQUESTS = """
            with entries as (
                select '/access/requests/' || id as href, document::json ->> 'why' as title, partner, agency,
                    lower(state) as state, (document::json ->> 'due')::timestamptz as at,
                    state = 'ROUTED' and (document::json ->> 'due')::timestamptz <= clock_timestamp() as late
                from access_request
                where state in ('SUBMITTED', 'ROUTED', 'CLARIFYING') and lapses_at > clock_timestamp()) """ + FILTERED;

    private static final String EXPIRING = "with ending as ("
            + "select '/access/grants/' || id as href, 'grant' as title, partner, " + ENDS + " as at"
            + " from partner_grant where state = 'LIVE' union all"
            + " select '/access/grants/' || id, 'review of a grant', partner,"
            + " (terms::json ->> 'reviewDue')::timestamptz from partner_grant where state = 'LIVE' union all"
            + " select '/access/agreements/' || id, terms::json ->> 'title', partner, " + ENDS
            + " from agreement where state in ('IN_FORCE', 'SUSPENDED') union all"
            + " select '/access/consents/' || id, 'consent of ' || giver, recipient, valid_until"
            + " from consent where state = 'GIVEN' union all"
            + " select '/access/licences/' || id, 'export licence', recipient, valid_until"
            + " from export_licence where state = 'IN_FORCE' union all"
            + " select '/access/partners/' || partner, 'verification of ' || name, partner, verified_until"
            + " from counterpart where dismissed_at is null"
            + "), entries as (select href, title, partner, null::text as agency, 'expiring' as state, at,"
            + " at <= clock_timestamp() as late from ending"
            + " where at between clock_timestamp() - interval '30 days' and clock_timestamp() + make_interval(secs => $3)) "
            + FILTERED;

    /** Of parties, of originators and owners of rights, and of second persons. */
    private static final String CONSENTS = """
            with entries as (
                select '/access/agreements/' || id as href, terms::json ->> 'title' as title, party as partner,
                    null::text as agency, 'agreement awaits consent' as state, null::timestamptz as at, false as late
                from agreement join agreement_party on agreement = id
                where state in ('PROPOSED', 'COUNTERED') or (state <> 'ENDED' and amendment is not null)
                union all
                select '/access/consents/' || id,
                    lower(giver_kind) || ' ' || giver || ': ' || coalesce(terms::json ->> 'purpose', ''), recipient,
                    null, 'giver asked', valid_until, false
                from consent where state = 'ASKED' and valid_until > clock_timestamp()
                union all
                select '/access/partners/' || partner || '/restorations/' || id, 'restoration of the posture', partner,
                    null, 'second person awaited', valid_until, false
                from restoration where state = 'PROPOSED' and valid_until > clock_timestamp()) """ + FILTERED;

    /** The newest of each kind that is over, or will be in time; a partner that never was assessed is not in it. */
    private static final String ASSESSMENTS = """
            with newest as (
                select distinct on (partner, kind) * from risk_assessment order by partner, kind, entered_at desc, id
            ), entries as (
                select '/access/partners/' || partner as href,
                    lower(replace(kind, '_', '-')) || ' assessment: ' || lower(level) as title, partner,
                    null::text as agency,
                    case when valid_until <= clock_timestamp() then 'lapsed' else 'expiring' end as state,
                    valid_until as at, valid_until <= clock_timestamp() as late
                from newest where valid_until <= clock_timestamp() + make_interval(secs => $3)) """ + FILTERED;

    private static final String POSTURES = """
            with entries as (
                select '/access/partners/' || code as href, name as title, code as partner, null::text as agency,
                    lower(posture) as state, null::timestamptz as at, posture in ('CONTAINED', 'SUSPENDED') as late
                from partner) """ + FILTERED;

    private static final String REVIEWS = """
            with entries as (
                select '/access/reviews/' || id as href, document::json ->> 'title' as title, partner,
                    null::text as agency, 'open' as state, due_at as at, due_at <= clock_timestamp() as late
                from review_campaign where state = 'OPEN') """ + FILTERED;

    private static final String MESSAGES = """
            with entries as (
                select '/access/messages/' || id as href, document::json -> 'words' ->> 'title' as title, partner,
                    document::json ->> 'agency' as agency, lower(replace(state, '_', ' ')) as state,
                    (document::json ->> 'planned')::timestamptz as at,
                    coalesce((document::json ->> 'planned')::timestamptz <= clock_timestamp(), false)
                        and state <> 'SENT' as late
                from partner_message where state not in ('ACKNOWLEDGED', 'DISCARDED')) """ + FILTERED;

    @Produces
    @Singleton
    Section assessments(Pool pool) {
        return new SqlSection("assessments", ASSESSMENTS, pool);
    }

    @Produces
    @Singleton
    Section offered(Pool pool) {
        return new SqlSection("offered", OFFERED, pool);
    }

    @Produces
    @Singleton
    Section requests(Pool pool) {
        return new SqlSection("requests", REQUESTS, pool);
    }

    @Produces
    @Singleton
    Section expiring(Pool pool) {
        return new SqlSection("expiring", EXPIRING, pool);
    }

    @Produces
    @Singleton
    Section consents(Pool pool) {
        return new SqlSection("consents", CONSENTS, pool);
    }

    @Produces
    @Singleton
    Section postures(Pool pool) {
        return new SqlSection("postures", POSTURES, pool);
    }

    @Produces
    @Singleton
    Section reviews(Pool pool) {
        return new SqlSection("reviews", REVIEWS, pool);
    }

    @Produces
    @Singleton
    Section messages(Pool pool) {
        return new SqlSection("messages", MESSAGES, pool);
    }
}
