"""The panel as somebody opens it who has never seen it."""

import time

from scripts.home.browser import Visit


def first_sentence(visit: Visit) -> float:
    """Go to the panel by the sidebar, in a browser that has never seen it. Return milliseconds."""
    page = visit.page
    page.goto(f"{visit.url}/config/integrations")
    link = page.locator('ha-sidebar a[href="/earshot"]')
    link.wait_for()
    page.wait_for_timeout(2_000)
    began = time.perf_counter()
    link.click()
    page.locator("earshot-day-sentence p.said").wait_for()
    took = (time.perf_counter() - began) * 1000
    page.context.close()
    return took
