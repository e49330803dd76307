#!/usr/bin/env python3
"""Drafts letters in bulk on Apache Spark: each part of a file goes through a process of its own.

Usage: draft-with-spark.py CASES COMMAND, such as: cases.jsonl 'curious draft --today 2026-11-16'"""
import sys

from pyspark.sql import SparkSession

cases, command = sys.argv[1:3]
spark = SparkSession.builder.appName("letters").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
letters = spark.sparkContext.textFile(cases, minPartitions=8).pipe(command, checkCode=True)
# The parts come back in the order of the file.
for letter in letters.toLocalIterator():
    print(letter)
spark.stop()
