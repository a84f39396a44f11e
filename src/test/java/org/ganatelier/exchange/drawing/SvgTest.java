package org.ganatelier.exchange.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.drawing.Svg.Anchor;
import org.ganatelier.exchange.drawing.Svg.Paint;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

class SvgTest {
    private static final Paint HALF_RED = new Paint(0xff0000, 0.5);
    private static final Paint BLACK = new Paint(0, 1);

    private final Svg svg = new Svg();

    @Test
    void textStaysTextWhateverIsInIt() throws Exception {
        svg.text(3, 12, "−4.1e30 < ∞ & \"ä\" > 0", 10, true, BLACK, Anchor.END);
        Element text = only("text");

        assertThat(text.getTextContent()).isEqualTo("−4.1e30 < ∞ & \"ä\" > 0");
        assertThat(text.getAttribute("text-anchor")).isEqualTo("end");
        assertThat(text.getAttribute("font-weight")).isEqualTo("bold");
        assertThat(text.getAttribute("fill")).isEqualTo("#000000");
    }

    @Test
    void linesKeepPlacesWidthAndDashes() throws Exception {
        svg.polyline(
                new double[] {1, 2.04, 99}, new double[] {5, -6.06, 99}, 2, HALF_RED, 1.8, 7, 4);
        Element line = only("polyline");

        assertThat(line.getAttribute("points")).isEqualTo("1.0,5.0 2.0,-6.1");
        assertThat(line.getAttribute("stroke")).isEqualTo("#ff0000");
        assertThat(line.getAttribute("stroke-opacity")).isEqualTo("0.50");
        assertThat(line.getAttribute("stroke-width")).isEqualTo("1.8");
        assertThat(line.getAttribute("stroke-dasharray")).isEqualTo("7.0 4.0");
    }

    @Test
    void anAreaCutsOffWhatIsInIt() throws Exception {
        svg.begin("plot", 10, 20, 300, 100);
        svg.polygon(new double[] {0, 1, 2}, new double[] {0, 1, 0}, 3, HALF_RED);
        svg.end();
        Element area = only("g");

        assertThat(area.getAttribute("clip-path")).isEqualTo("url(#plot)");
        assertThat(area.getElementsByTagName("polygon").getLength()).isEqualTo(1);
        assertThat(
                        ((Element) document().getElementsByTagName("clipPath").item(0))
                                .getAttribute("id"))
                .isEqualTo("plot");
    }

    @Test
    void aLineOfOnePlaceIsNothing() throws Exception {
        svg.polyline(new double[] {1}, new double[] {1}, 1, BLACK, 1);
        svg.circle(1, 1, 2, BLACK);

        assertThat(document().getElementsByTagName("polyline").getLength()).isZero();
        assertThat(only("circle").getAttribute("r")).isEqualTo("2.0");
    }

    private Element only(String name) throws Exception {
        var all = document().getElementsByTagName(name);
        assertThat(all.getLength()).isEqualTo(1);
        return (Element) all.item(0);
    }

    private Document document() throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg.document(400, 300, BLACK))));
    }
}
