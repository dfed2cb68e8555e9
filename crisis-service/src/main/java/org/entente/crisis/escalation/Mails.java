package org.entente.crisis.escalation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices by mail (SMTP). */
@ApplicationScoped
class Mails {
    private final ReactiveMailer mailer;

    Mails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /** Repeated under the same Message-ID (RFC 5322 section 3.6.4), which mailboxes show once. */
    Uni<Void> send(Notice notice) {
        Mail mail = Mail.withText(notice.address(), notice.subject(), notice.body())
                .addHeader("Message-ID", "<" + notice.id() + "@entente.invalid>")
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(notice.exercise() ? mail.addHeader("X-Entente-Exercise", "true") : mail);
    }
}
