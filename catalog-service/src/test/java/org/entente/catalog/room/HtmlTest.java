package org.entente.catalog.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesWhateverItIsGiven() {
        Html html = new Html();

        html.element("p", "<script>alert('x')</script> & \u0007", "title", "\"><img src=x onerror=y>");

        assertThat(html.toString())
                .endsWith("<p title=\"&quot;&gt;&lt;img src=x onerror=y&gt;\">"
                        + "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \ufffd</p>\n");
    }
}
