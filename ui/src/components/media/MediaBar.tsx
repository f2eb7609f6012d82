/** A recording under its transcript: the browser's own player, with keys and a place to seek. */

import { useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Ref } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "../Button";
import { timeText } from "../time-text";
import "./media.css";

export interface MediaHandle {
  playFrom(milliseconds: number): void;
  toggle(): void;
  skip(seconds: number): void;
}

interface Props {
  handle: Ref<MediaHandle>;
  address: string;
  isVideo: boolean;
  format: string;
  isFollowing: boolean;
  onFollow: (isFollowing: boolean) => void;
  onMoment: (milliseconds: number) => void;
}

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

export function MediaBar(props: Props) {
  const { handle, address, isVideo, format, isFollowing, onFollow, onMoment } = props;
  const t = useTranslations("read.media");
  const player = useRef<HTMLVideoElement>(null);
  const [moment, setMoment] = useState(0);
  const [length, setLength] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [speed, setSpeed] = useState(1);

  useEffect(() => {
    if (player.current) player.current.playbackRate = speed;
  }, [speed]);

  const start = () => {
    // A play that a pause or another place breaks off is no failure.
    player.current?.play().catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === "AbortError")) setFailed(true);
    });
  };
  const seek = (seconds: number) => {
    const element = player.current;
    if (element) element.currentTime = Math.max(0, Math.min(seconds, element.duration || seconds));
  };
  const toggle = () => {
    if (player.current?.paused) start();
    else player.current?.pause();
  };
  const skip = (seconds: number) => seek((player.current?.currentTime ?? 0) + seconds);
  useImperativeHandle(handle, () => ({
    playFrom: (milliseconds) => {
      seek(milliseconds / 1000);
      start();
    },
    toggle,
    skip,
  }));

  const shared = {
    ref: player,
    src: address,
    preload: "metadata",
    onTimeUpdate: () => {
      const now = (player.current?.currentTime ?? 0) * 1000;
      setMoment(now);
      onMoment(now);
    },
    onLoadedMetadata: () => setLength((player.current?.duration ?? 0) * 1000),
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onError: () => setFailed(true),
  } as const;
  return (
    <section className="media-bar no-print" aria-label={t("label")}>
      {/* What is said stands in the transcript above. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      {isVideo ? <video {...shared} className="media-picture" /> : <audio {...shared} />}
      {isFailed ? (
        <p role="alert" className="media-failed">
          <strong>{t("failed")}</strong> {t("failedHint", { format })}
        </p>
      ) : null}
      <IconButton label={t("back")} onPress={() => skip(-5)}>
        ↺
      </IconButton>
      <Button size="small" kind="main" onPress={toggle}>
        {isPlaying ? t("pause") : t("play")}
      </Button>
      <IconButton label={t("ahead")} onPress={() => skip(5)}>
        ↻
      </IconButton>
      <span className="media-time">{timeText(moment)}</span>
      <input
        className="media-position"
        type="range"
        min={0}
        max={Math.max(1, Math.floor(length / 1000))}
        step={1}
        value={Math.floor(moment / 1000)}
        aria-label={t("position")}
        aria-valuetext={timeText(moment)}
        onChange={(event) => seek(Number(event.target.value))}
      />
      <span className="media-time quiet">{timeText(length)}</span>
      <label className="media-speed">
        <span className="unseen">{t("speed")}</span>
        <select
          className="media-select"
          value={speed}
          onChange={(event) => setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each}×
            </option>
          ))}
        </select>
      </label>
      <label className="media-follow">
        <input
          type="checkbox"
          checked={isFollowing}
          onChange={(event) => onFollow(event.target.checked)}
        />
        {t("follow")}
      </label>
    </section>
  );
}
