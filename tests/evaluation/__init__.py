"""The evaluation: questions in users' words, asked of the whole assistant, measured against plain baselines."""
