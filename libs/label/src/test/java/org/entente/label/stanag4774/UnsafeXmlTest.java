package org.entente.label.stanag4774;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.label.stanag4774.Documents.document;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.label.LabelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to break readers of XML does not break this one. */
class UnsafeXmlTest {

    private static final String PLAIN = document("");

    @Test
    void entitiesThatMultiplyAreRefused() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int number = 1; number < 30; number++) {
            bomb.append("<!ENTITY e")
                    .append(number)
                    .append(" '")
                    .append(("&e" + (number - 1) + ";").repeat(10))
                    .append("'>");
        }

        refuses(bomb + "]>" + PLAIN.replace("SECRET", "&e29;"));
    }

    @Test
    void aFileIsNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "SECRET");

        String detail =
                refuses("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>" + PLAIN.replace("SECRET", "&x;"));

        assertThat(detail).doesNotContain("SECRET");
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger visits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort() + "/label.dtd";

        try {
            refuses("<!DOCTYPE a SYSTEM '" + address + "'>" + PLAIN);
            refuses("<!DOCTYPE a [<!ENTITY % x SYSTEM '" + address + "'> %x;]>" + PLAIN);
            refuses("<!DOCTYPE a [<!ENTITY x SYSTEM '" + address + "'>]>" + PLAIN.replace("SECRET", "&x;"));
            Documents.parse(PLAIN.replace(
                    "xmlns=",
                    "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x " + address
                            + "' xmlns="));
        } finally {
            server.stop(0);
        }

        assertThat(visits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "{}",
                "<a>",
                "<!DOCTYPE a><a/>",
                "<a xmlns='urn:x'/>",
                "<a/><a/>",
                "<?xml version='1.0' encoding='UTF-8'?>",
                "<?xml version='1.0'?><?xml version='1.0'?><a/>"
            })
    void whatIsNoLabelIsRefused(String document) {
        refuses(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SECRET                  | SEC<!-- -->RET",
                "SECRET                  | <!-- -->SECRET",
                "SECRET                  | SEC<?x y?>RET",
                "SECRET                  | &undefined;",
                "SECRET                  | &#0;",
                "SECRET                  | SEC&#xD800;RET",
                "SECRET                  | <a xmlns=''>SECRET</a>",
                "</Classification>       | </Classification><x xmlns='urn:x'/>",
                "ConfidentialityInformation> | Confidentialityinformation>",
                "xmlns=                  | xmlns:a='urn:a' a:Id='1' xmlns=",
                "xmlns=                  | Id='1' Id='2' xmlns=",
                "label:1:0               | label:2:0",
                "label:1:0               | Label:1:0"
            })
    void valuesInPiecesAndForeignElementsAreRefused(String part, String replacement) {
        refuses(PLAIN.replace(part, replacement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-7", "IBM1047"})
    void oneEncodingIsRead(String encoding) {
        refuses("<?xml version='1.0' encoding='" + encoding + "'?>" + PLAIN);
    }

    @Test
    void otherBytesAreRefused() {
        List<Charset> charsets = List.of(UTF_16, Charset.forName("UTF-32"));

        assertThat(charsets).allSatisfy(charset -> refuses(PLAIN.getBytes(charset)));
        refuses(PLAIN.replace("SECRET", "SÉCRET").getBytes(Charset.forName("ISO-8859-1")));
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        var read = Documents.parse("\uFEFF<?xml version='1.0' encoding='utf-8'?>" + PLAIN);

        assertThat(read.label().classification()).isEqualTo("SECRET");
    }

    @Test
    void otherVersionsOfXmlAreRefused() {
        refuses("<?xml version='1.1'?>" + PLAIN);
    }

    @Test
    void sizeAndDepthAreLimited() {
        refuses(PLAIN + " ".repeat(ConfidentialityLabel.largest()));
        refuses(PLAIN.replace("SECRET", "<Category>".repeat(50_000)));
        refuses(PLAIN.replace("SECRET", "S".repeat(500_000)));
        refuses(PLAIN.replace("xmlns=", "a".repeat(500_000) + "='' xmlns="));
    }

    /** Bytes changed, left out or repeated: the answer is a label or a refusal, never another fault. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void noDamageIsAFault(long seed) {
        Random random = new Random(seed);
        byte[] whole = Documents.resource("full.xml").getBytes(UTF_8);
        int refused = 0;
        for (int number = 0; number < 2_000; number++) {
            byte[] damaged = whole.clone();
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : damaged[random.nextInt(damaged.length)];
            }
            try {
                ConfidentialityLabel.parse(damaged).xml();
            } catch (LabelException expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static String refuses(String document) {
        return refuses(document.getBytes(UTF_8));
    }

    private static String refuses(byte[] document) {
        var refusal =
                assertThatExceptionOfType(LabelException.class).isThrownBy(() -> ConfidentialityLabel.parse(document));
        return refusal.actual().getMessage();
    }
}
