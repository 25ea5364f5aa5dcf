"""A saved preview of a public channel gives its posts."""

from datetime import UTC, date, datetime

from reportedly.ingest.loading import Given
from tests.ingest.conftest import Load

POST = """
<div class="tgme_widget_message_wrap js-widget_message_wrap">
 <div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="{name}">
  <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/front_diary"
   ><span dir="auto">Front Diary</span><i class="verified-icon"> ✔</i></a></div>
  {before}
  <div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
  <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
   <time class="message_video_duration">0:15</time>
   <a class="tgme_widget_message_date" href="https://t.me/{name}"
    ><time datetime="2025-12-03T21:30:00+00:00" class="time">21:30</time></a></div>
 </div>
</div>"""
FORWARD = (
    '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name"'
    ' href="https://t.me/quiet/5"><span dir="auto">Quiet Harbour</span></a></div>'
)
REPLY = (
    '<a class="tgme_widget_message_reply" href="https://t.me/front_diary/1"><div class="tgme_widget_message_text '
    'js-message_reply_text">What was said before</div></a>'
)


def page(*posts: str) -> str:
    return (
        '<!DOCTYPE html><html><head><title>Front Diary – Telegram</title></head><body class="widget_frame_base">'
        '<div class="tgme_channel_info_header_title"><span dir="auto">Front Diary</span></div>'
        f'<section class="tgme_channel_history js-message_history">{"".join(posts)}</section></body></html>'
    )


def post(number: int = 7, text: str = "The village is ours.", before: str = "") -> str:
    return POST.format(name=f"front_diary/{number}", text=text, before=before)


def test_a_post_is_a_document_even_in_a_file_called_html(load: Load) -> None:
    ((document,), troubles) = load(page(post()), "front_diary.html")
    assert not troubles
    assert (document.text, document.outlet) == ("The village is ours.", "Front Diary")
    assert (document.url, document.locator) == ("https://t.me/front_diary/7", "telegram:front_diary/7")
    assert document.published_at == datetime(2025, 12, 3, 21, 30, tzinfo=UTC)


def test_lines_and_emoji_are_kept_and_scripts_are_not(load: Load) -> None:
    emoji = '<tg-emoji emoji-id="1"><i class="emoji" style="x"><b>💥</b></i></tg-emoji>'
    text = f'{emoji} <b>The   village</b> is ours.<br/>So says<br><br><a href="?q=%23army">#army</a><script>alert(1)</script>'
    ((document,), _) = load(page(post(text=text)), "x")
    assert document.text == "💥 The village is ours.\nSo says\n\n#army"


def test_what_a_post_answers_to_is_not_its_text(load: Load) -> None:
    ((document,), _) = load(page(post(before=REPLY + FORWARD)), "x.htm")
    assert (document.text, document.forwarded_from) == ("The village is ours.", "Quiet Harbour")


def test_posts_without_text_and_notices_are_passed_over(load: Load) -> None:
    notice = post(3, "Front Diary pinned a photo").replace("text_not_supported_wrap", "service_message")
    documents, _ = load(page(post(1), post(2, ""), notice, post(4)), "x")
    assert [each.locator for each in documents] == ["telegram:front_diary/1", "telegram:front_diary/4"]


def test_a_zone_that_is_given_stands_above_the_languages(load: Load) -> None:
    from zoneinfo import ZoneInfo

    ((document,), _) = load(page(post()), "x", given=Given(timezone=ZoneInfo("Europe/Istanbul")))
    assert document.published == date(2025, 12, 4)


def test_an_address_that_is_none_is_left_out(load: Load) -> None:
    ((document,), _) = load(page(post().replace('data-post="front_diary/7"', 'data-post="javascript:x"')), "x")
    assert (document.url, document.locator) == (None, None)


def test_another_page_is_no_preview(load: Load) -> None:
    words = "<p>The ministry said on Tuesday that its forces had taken the village of which the channel wrote.</p>"
    ((document,), _) = load(f"<html><body><article>{words * 3}</article></body></html>", "x.html")
    assert document.locator is None
