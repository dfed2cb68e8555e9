package org.entente.crisis.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.crisis.act.Act;
import org.entente.crisis.board.BoardResource.Posting;
import org.entente.crisis.input.Field;
import org.entente.http.Caller;
import org.entente.page.Entered;
import org.entente.page.Onward;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The board for people: it renews itself, with script at every change, without one twice a minute. */
@Path("/crisis/pages/board")
@Authenticated
public class BoardPages {
    static final String PATH = "/crisis/pages/board";
    static final String SCRIPT = """
        "use strict";
        (function () {
          var status = document.getElementById("live");
          var shown = null;
          function renew() {
            fetch(location.pathname, { credentials: "same-origin" }).then(function (answer) {
              if (!answer.ok || answer.redirected) { throw new Error("no board"); }
              return answer.text();
            }).then(function (text) {
              var fresh = new DOMParser().parseFromString(text, "text/html").getElementById("board");
              var old = document.getElementById("board");
              if (fresh && old) { old.replaceWith(fresh); }
              if (status) { status.textContent = "Live."; }
            }).catch(function () {
              if (status) { status.textContent = "Not live: this is as it was."; }
            });
          }
          function listen() {
            var source = new EventSource("/crisis/pages/board/changes");
            source.onmessage = function (change) {
              if (shown !== null && change.data === shown) { return; }
              shown = change.data;
              renew();
            };
            source.onerror = function () {
              if (status) { status.textContent = "Not live: trying again."; }
              if (source.readyState === 2) { setTimeout(listen, 5000); }
            };
          }
          listen();
        })();
        """;

    private final Caller caller;
    private final BoardResource board;

    BoardPages(Caller caller, BoardResource board) {
        this.caller = caller;
        this.board = board;
    }

    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = false)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance board(Board board, boolean posts, String path);
    }

    /** The script is the same for all, and says nothing. */
    static void route(@Observes Router router) {
        router.get("/crisis/pages/board.js").handler(request -> request.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .end(SCRIPT));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> show() {
        boolean posts = Act.POST_MESSAGE.isOpenTo(caller);
        return board.board().map(shown -> Templates.board(shown, posts, PATH + "/messages"));
    }

    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> post(@RestForm @Nullable String text, @RestForm @Nullable String partners) {
        return board.post(new Posting(Field.present("/text", Entered.text(text)), Entered.words(partners)))
                .map(done -> Onward.to(PATH));
    }

    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<String> changes() {
        return board.changes();
    }
}
