/** Labels to and from the XML of NATO STANAG 4774 (ADatP-4774, edition A, version 1: Confidentiality Metadata Label Syntax). */
@NullMarked
package org.entente.label.stanag4774;

import org.jspecify.annotations.NullMarked;
