package org.entente.suite.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key to it. */
record Issued(X509Certificate certificate, PrivateKey key) {}
