package org.entente.suite.gateway;

/** What the gateway itself answers, as problem documents (RFC 9457); they say nothing about what is behind it. */
enum GatewayProblem {
    NOT_FOUND(404, "Not Found"),
    BAD_GATEWAY(502, "Bad Gateway"),
    UNAVAILABLE(503, "Service Unavailable");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String document() {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}";
    }
}
