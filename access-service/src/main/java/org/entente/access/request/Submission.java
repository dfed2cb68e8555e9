package org.entente.access.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.entente.access.routing.Priority;
import org.jspecify.annotations.Nullable;

/** What a partner states when it asks: what, for which purposes, until when, how soon, and why. */
@Schema(examples = """
                {"tier": 2, "categories": ["shared-analysis"], "purposes": ["cyber-defence"],
                 "until": "2027-03-01T00:00:00Z", "priority": "urgent",
                 "why": "The same intruders were seen in our harbours."}""")
public record Submission(
        @Nullable UUID agreement,
        @Nullable Integer tier,
        @Nullable List<String> categories,
        @Nullable List<String> purposes,
        @Nullable Instant until,
        @Nullable String unit,
        @Nullable String person,
        @Nullable List<String> assets,
        @Nullable Priority priority,
        @Nullable String why) {}
