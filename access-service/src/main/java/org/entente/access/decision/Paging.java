package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.entente.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which part of what a search finds is to be told (AuthZEN Authorization API 1.0 section 8.2).
 *
 * <p>A token holds the key of the last result told, the limit, and a digest of the search, so that it serves no other; it
 * tells the caller nothing that a result has not told before.
 *
 * @param digest of the search
 * @param limit most results of a page
 * @param after key of the last result of the page before; absent for the first page
 */
record Paging(String digest, int limit, @Nullable String after) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;
    private static final String SEPARATOR = "\n";

    /**
     * What a response says of itself (section 8.2.2).
     *
     * @param nextToken empty at the end
     */
    record Page(@JsonProperty("next_token") String nextToken, int count, int total) {}

    /** Results that are told, and the page they are. */
    record Part(Page page, List<Search.Result> results) {}

    /** As a request states it; a limit above the largest is the largest, as is said by the page that comes. */
    static Paging of(JsonNode stated, String digest) {
        if (stated.isMissingNode() || stated.isNull()) {
            return new Paging(digest, USUAL_LIMIT, null);
        }
        if (!stated.isObject()) {
            throw Problem.badRequest("/page", "is not an object");
        }
        Integer limit = limit(stated.path("limit"));
        JsonNode token = stated.path("token");
        if (token.isMissingNode() || token.isNull()) {
            return new Paging(digest, limit == null ? USUAL_LIMIT : limit, null);
        }
        return continued(token, digest, limit);
    }

    private static @Nullable Integer limit(JsonNode stated) {
        if (stated.isMissingNode() || stated.isNull()) {
            return null;
        }
        if (!stated.isIntegralNumber() || stated.bigIntegerValue().signum() < 0) {
            throw Problem.badRequest("/page/limit", "is not a non-negative integer");
        }
        return stated.canConvertToInt() ? Math.min(stated.intValue(), LARGEST_LIMIT) : LARGEST_LIMIT;
    }

    /** The page after a token's; the limit may be left out, but not changed. */
    private static Paging continued(JsonNode token, String digest, @Nullable Integer limit) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.textValue()), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, 3);
            int before = Integer.parseInt(parts[1]);
            if (parts[0].equals(digest) && (limit == null || limit == before) && before <= LARGEST_LIMIT) {
                return new Paging(digest, before, parts[2]);
            }
        } catch (RuntimeException notOurs) {
            throw Problem.badRequest("/page/token", "is not a token of this service");
        }
        throw Problem.badRequest("/page/token", "is of another search; nothing but the token may change");
    }

    Part part(List<Search.Result> found) {
        List<Search.Result> rest = found.stream()
                .filter(result -> after == null || result.key().compareTo(after) > 0)
                .toList();
        List<Search.Result> told = rest.stream().limit(limit).toList();
        boolean isEnd = told.size() == rest.size();
        return new Part(new Page(isEnd ? "" : token(told), told.size(), found.size()), told);
    }

    private String token(List<Search.Result> told) {
        String last = told.isEmpty()
                ? (after == null ? "" : after)
                : told.get(told.size() - 1).key();
        String text = String.join(SEPARATOR, digest, String.valueOf(limit), last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
