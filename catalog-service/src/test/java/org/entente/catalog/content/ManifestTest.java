package org.entente.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void isTheSameForTheSameList() {
        assertThat(digest("p1", "l1", "p2", "l2")).isEqualTo(digest("p1", "l1", "p2", "l2"));
    }

    @Test
    void isAnotherForEveryChange() {
        byte[] digest = digest("p1", "l1", "p2", "l2");

        assertThat(digest)
                .isNotEqualTo(digest("p1", "l1"))
                .isNotEqualTo(digest("p2", "l2", "p1", "l1"))
                .isNotEqualTo(digest("p1", "l2", "p2", "l2"))
                .isNotEqualTo(digest("p1", "l1", "p2", "l2", "p3", "l2"))
                .isNotEqualTo(digest("p1l", "1", "p2", "l2"))
                .isNotEqualTo(digest());
    }

    private static byte[] digest(String... portionsAndLabels) {
        Manifest manifest = new Manifest("entente.catalog.manifest.1");
        for (int index = 0; index < portionsAndLabels.length; index += 2) {
            manifest.add(portionsAndLabels[index], portionsAndLabels[index + 1]);
        }
        return manifest.close();
    }
}
