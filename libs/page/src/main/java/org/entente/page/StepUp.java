package org.entente.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stronger or fresher login that a page asked for (RFC 9470), remembered by the browser while it goes for it.
 *
 * @param acr the assurance that is needed
 * @param maxAge how many seconds ago the login may be; null if that does not matter
 * @param provider where they log in, as the broker names it; null if that is the broker itself
 */
record StepUp(String acr, @Nullable String maxAge, @Nullable String provider) {
    static final String COOKIE = "step-up";

    private static final String PROVIDER = "[A-Za-z0-9._-]{1,60}";
    private static final Pattern WRITTEN = Pattern.compile("([a-z]{1,20})(?:\\.([0-9]{1,7}))?(?:@(" + PROVIDER + "))?");
    private static final Pattern CHALLENGE = Pattern.compile(
            "error=\"insufficient_user_authentication\".*acr_values=\"([a-z]{1,20})\"(?:, max_age=\"([0-9]{1,7})\")?");
    private static final int SECONDS_REMEMBERED = 300;

    /** What the challenge of an answer asks for; empty if it is another kind of refusal. */
    static Optional<StepUp> demanded(@Nullable Object challenge) {
        Matcher text = CHALLENGE.matcher(String.valueOf(challenge));
        return text.find() ? Optional.of(new StepUp(text.group(1), text.group(2), null)) : Optional.empty();
    }

    /** What the browser remembers; anything we have not written is nothing. */
    static Optional<StepUp> remembered(@Nullable Cookie cookie) {
        Matcher text = WRITTEN.matcher(cookie == null ? "" : cookie.getValue());
        return text.matches() ? Optional.of(new StepUp(text.group(1), text.group(2), text.group(3))) : Optional.empty();
    }

    /** The same at this identity provider; at the broker's own for one whose name we would not read again. */
    StepUp at(@Nullable String provider) {
        return new StepUp(acr, maxAge, provider != null && provider.matches(PROVIDER) ? provider : null);
    }

    Cookie cookie(String path, boolean secure) {
        String value = acr + (maxAge == null ? "" : "." + maxAge) + (provider == null ? "" : "@" + provider);
        return written(value, path, secure).setMaxAge(SECONDS_REMEMBERED);
    }

    /** Makes the browser forget. */
    static Cookie forgotten(String path, boolean secure) {
        return written("", path, secure).setMaxAge(0);
    }

    private static Cookie written(String value, String path, boolean secure) {
        return Cookie.cookie(COOKIE, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX);
    }
}
