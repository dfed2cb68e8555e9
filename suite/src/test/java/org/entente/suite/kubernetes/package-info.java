/** The manifests under {@code k8s/} say what the build and the suite say. */
package org.entente.suite.kubernetes;
